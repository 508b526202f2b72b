package org.warmhandoff.routes.direct;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.intake.InMemoryInbox;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** A hub and a hospital that know each other's certificates; either side sends as the product does. */
final class DirectWorld {

    static final String HUB = "hub@direct.hub.example";
    static final String VALLEY = "referrals@direct.valley.example";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T14:30:00Z"), ZoneOffset.UTC);

    final DirectIdentity hub = Identities.of(HUB);
    final DirectIdentity valley = Identities.of(VALLEY);
    final InMemoryInbox inbox = new InMemoryInbox();
    final HeardNotices notices = new HeardNotices();
    DirectProperties.Tls tls = new DirectProperties.Tls(DirectProperties.Mode.OFF, null, null);
    DirectProperties.RelayTls relayTls = new DirectProperties.RelayTls(DirectProperties.Mode.OPTIONAL, null);
    DirectProperties.Trust trust = new DirectProperties.Trust(null, List.of());
    private final Path home;
    private final Partner sunrise = partner("sunrise", PartnerKind.IOP_PROGRAM, null);

    DirectWorld(Path home) {
        this.home = home;
        Identities.keyStore(hub, home.resolve("hub.p12"));
        Identities.keyStore(valley, home.resolve("valley.p12"));
        Identities.pem(hub, home.resolve("hub.pem"));
        Identities.pem(valley, home.resolve("valley.pem"));
    }

    /** The hospital as the hub has it in its configuration. */
    Partner valleyPartner() {
        return partner("valley", PartnerKind.HOSPITAL, new PartnerEndpoint.Direct(VALLEY, home.resolve("valley.pem")));
    }

    DirectProperties properties(String address, String keyStore, int relay) {
        return new DirectProperties(
                address,
                "file:" + home.resolve(keyStore),
                Identities.PASSWORD,
                0,
                "127.0.0.1",
                "127.0.0.1:" + relay,
                DataSize.ofMegabytes(2),
                10,
                Duration.ofSeconds(10),
                tls,
                relayTls,
                trust);
    }

    PartnerDirectory partners() {
        return new Listed(List.of(valleyPartner(), sunrise));
    }

    DirectMailReader mails() {
        return new DirectMailReader(
                new DirectKeys(properties(HUB, "hub.p12", 25), home), partners(), new PartnerTrust(trust, home, CLOCK));
    }

    DirectListener listener() {
        DirectProperties properties = properties(HUB, "hub.p12", 25);
        PartnerDirectory partners = partners();
        DirectKeys keys = new DirectKeys(properties, home);
        DirectMailReader mails = mails();
        CcdaReferralReader reader = new CcdaReferralReader(partners, ZoneId.of("UTC"), CLOCK);
        return new DirectListener(
                properties,
                new DirectIntake(mails, reader, inbox, notices, CLOCK, (dialect, outcome, took) -> {}),
                keys);
    }

    DirectSender sender(String address, String keyStore, int relay) {
        DirectProperties properties = properties(address, keyStore, relay);
        return new DirectSender(
                properties,
                new DirectKeys(properties, home),
                new PartnerTrust(trust, home, CLOCK),
                new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)),
                CLOCK);
    }

    /** What the hospital sends to one of the hub's mailboxes. */
    OutboundMessage toHub(String mailbox, String messageId, byte[] document) {
        Partner hubAsPartner =
                partner("hub", PartnerKind.IOP_PROGRAM, new PartnerEndpoint.Direct(mailbox, home.resolve("hub.pem")));
        return new OutboundMessage(hubAsPartner, messageId, "application/hl7-cda+xml", "note.xml", document);
    }

    /** A whole mail of the hospital to the hub, as it goes over the wire. */
    byte[] sealed(byte[] document) throws Exception {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        sender(VALLEY, "valley.p12", 25)
                .mail(
                        toHub("sunrise@direct.hub.example", "m-1", document),
                        new PartnerEndpoint.Direct(HUB, home.resolve("hub.pem")))
                .writeTo(out);
        return out.toByteArray();
    }

    private static Partner partner(
            String id,
            PartnerKind kind,
            org.warmhandoff.routes.partner.@org.jspecify.annotations.Nullable PartnerEndpoint endpoint) {
        return new Partner(id, id, kind, List.of(), null, endpoint, kind.part2ByDefault(), List.of());
    }

    private record Listed(Collection<Partner> all) implements PartnerDirectory {

        @Override
        public Optional<Partner> byId(String id) {
            return all.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
        }

        @Override
        public Optional<Partner> bySender(String application, String facility) {
            return Optional.empty();
        }

        @Override
        public Optional<Partner> byAnyName(String name) {
            return byId(name);
        }
    }
}
