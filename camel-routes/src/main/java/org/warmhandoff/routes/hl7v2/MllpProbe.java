package org.warmhandoff.routes.hl7v2;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.routes.delivery.Connection;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.PartnerProbe;
import org.warmhandoff.routes.delivery.ProbeStep;
import org.warmhandoff.routes.delivery.Scorecard;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Sends an RRI^I12 about nobody with processing id T (MSH-11, HL7 table 0103), twice. Refusing it is fine, for a system
 * in production should; not acknowledging it by its control id, or two answers to the same message, is not.
 */
public final class MllpProbe implements PartnerProbe {

    private static final String CONTENT_TYPE = "x-application/hl7-v2+er7";
    private static final String TEST =
            """
            MSH|^~\\&|WARMHANDOFF|WARMHANDOFF|%s|%s|%s||RRI^I12^RRI_I12|%s|T|2.5.1
            MSA|AA|CHECK
            RF1|P^Pending^HL70283|||||CHECK^WARMHANDOFF
            PRD|RP|TEST^PROVIDER
            PID|1||TEST^^^WARMHANDOFF^PI||TEST^PATIENT
            """;

    private final MllpSender sender;
    private final Duration connectTimeout;
    private final Clock clock;

    public MllpProbe(MllpSender sender, Duration connectTimeout, Clock clock) {
        this.sender = sender;
        this.connectTimeout = connectTimeout;
        this.clock = clock;
    }

    @Override
    public boolean probes(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Mllp;
    }

    @Override
    public List<ProbeStep> connect(Partner partner) {
        Scorecard card = new Scorecard();
        connect(partner, card);
        return card.steps();
    }

    @Override
    public List<ProbeStep> check(Partner partner) {
        Scorecard card = new Scorecard();
        if (connect(partner, card)) {
            OutboundMessage message = message(partner);
            DeliveryResult[] first = new DeliveryResult[1];
            boolean answered = card.add("acknowledges a test message", () -> {
                first[0] = sender.send(message);
                return acknowledged(first[0]);
            });
            if (answered) {
                card.add("answers its repetition in the same way", () -> {
                    String again = acknowledged(sender.send(message));
                    if (!again.equals(acknowledged(first[0]))) {
                        throw new Scorecard.Failed(again);
                    }
                    return again;
                });
            }
        }
        return card.steps();
    }

    private boolean connect(Partner partner, Scorecard card) {
        if (!(partner.endpoint() instanceof PartnerEndpoint.Mllp endpoint)) {
            throw new IllegalArgumentException("not an MLLP endpoint");
        }
        return card.add("connects", () -> {
            if (endpoint.tls() != null) {
                return "by TLS, with a certificate until "
                        + Connection.certificateEnd(endpoint, endpoint.tls(), connectTimeout);
            }
            Connection.open(endpoint.host(), endpoint.port(), connectTimeout);
            return "without TLS";
        });
    }

    /** Any acknowledgement of ours is one, whatever it says. */
    private static String acknowledged(DeliveryResult result) throws Scorecard.Failed {
        if (result instanceof DeliveryResult.Delivered) {
            return "accepted";
        } else if (result instanceof DeliveryResult.Rejected rejected) {
            return "refused: " + rejected.errorCode() + " " + rejected.reason();
        }
        DeliveryResult.Retry retry = (DeliveryResult.Retry) result;
        if (retry.errorCode().startsWith("mllp-")) {
            throw new Scorecard.Failed(retry.errorCode() + ": " + retry.reason());
        }
        return "put off: " + retry.errorCode() + " " + retry.reason();
    }

    private OutboundMessage message(Partner partner) {
        String id = "CHECK" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        String now = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx")
                .format(clock.instant().atOffset(ZoneOffset.UTC));
        org.warmhandoff.routes.partner.MllpSender peer = partner.mllpSender();
        String text = TEST.formatted(
                peer == null ? "" : plain(peer.application()), peer == null ? "" : plain(peer.facility()), now, id);
        byte[] body = text.replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
        return new OutboundMessage(partner, id, CONTENT_TYPE, "", body);
    }

    private static String plain(String name) {
        return name.replaceAll("[|^~\\\\&\\p{Cntrl}]", " ");
    }
}
