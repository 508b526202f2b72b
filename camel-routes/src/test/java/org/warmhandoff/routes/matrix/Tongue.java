package org.warmhandoff.routes.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.ccda.ReferralNoteWriter;
import org.warmhandoff.routes.court.order.CourtOrderReader;
import org.warmhandoff.routes.fhir.FhirReferralReader;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.print.ReferralPrinter;
import org.warmhandoff.routes.hl7v2.referral.ReferralTranslator;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;

/** A dialect with its reader and, where referrals are forwarded in it, its writer. */
enum Tongue {
    V2("v2", ".hl7", true) {
        @Override
        ReferralMessage read(byte[] message, Partner sender) {
            return new ReferralTranslator(ZONE, CLOCK)
                    .translate(Er7Message.parse(message).orElseThrow(), sender, Parties.SUNRISE);
        }

        @Override
        byte[] print(ForwardedReferral referral) {
            return new ReferralPrinter().write(referral).body();
        }
    },
    FHIR("fhir", ".json", true) {
        @Override
        ReferralMessage read(byte[] message, Partner sender) {
            Bundle bundle = CONTEXT.newJsonParser().parseResource(Bundle.class, new String(message, UTF_8));
            return usable(new FhirReferralReader(new Parties()).readMessage(bundle));
        }

        @Override
        byte[] print(ForwardedReferral referral) {
            List<Resource> stored = Stored.resources(referral.content());
            String task =
                    "Task/" + ReferralContent.of(stored).task().getIdElement().getIdPart();
            byte[] json = new ReferralMessageWriter(CLOCK, "https://hub.example/fhir")
                    .write(referral.event().code(), referral.messageId().toString(), task, stored, referral.carriage());
            Bundle bundle = CONTEXT.newJsonParser().parseResource(Bundle.class, new String(json, UTF_8));
            return (CONTEXT.newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle) + "\n").getBytes(UTF_8);
        }
    },
    CCDA("ccda", ".xml", true) {
        @Override
        ReferralMessage read(byte[] message, Partner sender) {
            return usable(new CcdaReferralReader(new Parties(), ZONE, CLOCK)
                    .arrive(sender.id(), "text/xml", message)
                    .read());
        }

        @Override
        byte[] print(ForwardedReferral referral) {
            return new ReferralNoteWriter().write(referral).body();
        }
    },
    COURT("court", ".xml", false) {
        @Override
        ReferralMessage read(byte[] message, Partner sender) {
            return usable(new CourtOrderReader(new Parties())
                    .read(message, Parties.COURT)
                    .read());
        }

        @Override
        byte[] print(ForwardedReferral referral) {
            throw new UnsupportedOperationException("nobody forwards orders to a court");
        }
    };

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T14:30:00Z"), ZONE);
    static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final UUID MESSAGE = UUID.fromString("6e3f2a10-5c1d-4f7e-8a44-1f0b5a7c9d01");

    final String code;
    final String suffix;
    final boolean written;

    Tongue(String code, String suffix, boolean written) {
        this.code = code;
        this.suffix = suffix;
        this.written = written;
    }

    abstract ReferralMessage read(byte[] message, Partner sender);

    abstract byte[] print(ForwardedReferral referral);

    static List<Tongue> writers() {
        List<Tongue> writers = new ArrayList<>(List.of(values()));
        writers.removeIf(tongue -> !tongue.written);
        return writers;
    }

    static ForwardedReferral forwarded(ReferralMessage message) {
        return forwarded(message.sender(), message.resources());
    }

    static ForwardedReferral forwarded(Partner sender, Bundle resources) {
        return new ForwardedReferral(
                Event.NEW,
                MESSAGE,
                CLOCK.instant(),
                sender,
                Parties.SUNRISE,
                ReferralContent.of(resources),
                Carriage.NONE);
    }

    private static ReferralMessage usable(ReadReferral read) {
        return Optional.of(read)
                .filter(ReadReferral.Usable.class::isInstance)
                .map(found -> ((ReadReferral.Usable) found).message())
                .orElseThrow(() -> new AssertionError(read));
    }
}
