package org.warmhandoff.routes.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.partner.PartnerEndpoint;

class PartnerTrustTest {

    private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");
    private static final String VALLEY = DirectWorld.VALLEY;

    @TempDir
    Path home;

    private static Identities.Wish wish(@Nullable DirectIdentity issuer) {
        return new Identities.Wish(issuer, "CN=Valley", LATER);
    }

    private static GeneralName mail(String address) {
        return new GeneralName(GeneralName.rfc822Name, address);
    }

    private void check(DirectIdentity identity, PartnerTrust.Use use, DirectProperties.Trust trust) throws Exception {
        Path file = home.resolve("partner.pem");
        Identities.pem(identity, file);
        new PartnerTrust(trust, home, DirectWorld.CLOCK).certificate(new PartnerEndpoint.Direct(VALLEY, file), use);
    }

    private void check(DirectIdentity identity) throws Exception {
        check(identity, PartnerTrust.Use.SIGN, new DirectProperties.Trust(null, List.of()));
    }

    private static org.assertj.core.api.ThrowableAssert.ThrowingCallable refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UntrustedCertificate.class, e -> assertThat(e.code())
                .isEqualTo(code));
        return call;
    }

    @Test
    void a_certificate_is_of_the_address_or_of_its_domain() throws Exception {
        check(Identities.made(wish(null).named(mail("REFERRALS@direct.valley.example"))));
        check(Identities.made(wish(null).named(new GeneralName(GeneralName.dNSName, "direct.valley.example"))));
        check(Identities.made(new Identities.Wish(null, "EMAILADDRESS=" + VALLEY, LATER)));
        refused(
                () -> check(Identities.made(wish(null).named(mail("other@direct.valley.example")))),
                "certificate-address");
        refused(
                () -> check(Identities.made(wish(null).named(new GeneralName(GeneralName.dNSName, "valley.example")))),
                "certificate-address");
        refused(() -> check(Identities.made(wish(null))), "certificate-address");
        refused(
                () -> check(Identities.made(new Identities.Wish(null, "EMAILADDRESS=" + VALLEY, LATER)
                        .named(mail("other@direct.valley.example")))),
                "certificate-address");
    }

    @Test
    void a_key_is_used_for_what_it_is_for() throws Exception {
        DirectProperties.Trust pinned = new DirectProperties.Trust(null, List.of());
        DirectIdentity signing = Identities.made(wish(null).named(mail(VALLEY)).usage(KeyUsage.digitalSignature));
        DirectIdentity sealing = Identities.made(wish(null).named(mail(VALLEY)).usage(KeyUsage.keyEncipherment));
        check(signing, PartnerTrust.Use.SIGN, pinned);
        check(sealing, PartnerTrust.Use.ENCRYPT, pinned);
        refused(() -> check(signing, PartnerTrust.Use.ENCRYPT, pinned), "certificate-usage");
        refused(() -> check(sealing, PartnerTrust.Use.SIGN, pinned), "certificate-usage");
    }

    @Test
    void it_is_in_time() {
        refused(
                () -> check(Identities.made(
                        new Identities.Wish(null, "CN=V", Instant.parse("2026-11-23T14:29:59Z")).named(mail(VALLEY)))),
                "certificate-expired");
        refused(
                () -> check(Identities.made(
                        new Identities.Wish(null, "CN=V", Instant.parse("2056-11-23T14:29:59Z")).named(mail(VALLEY)))),
                "certificate-not-yet-valid");
    }

    @Test
    void with_anchors_an_authority_must_vouch_and_not_have_taken_it_back() throws Exception {
        DirectIdentity authority = Identities.made(new Identities.Wish(null, "CN=Trust Bundle", LATER).authority());
        DirectIdentity stranger = Identities.made(new Identities.Wish(null, "CN=Stranger", LATER).authority());
        Identities.pem(authority, home.resolve("anchors.pem"));
        DirectIdentity valley = Identities.made(wish(authority).named(mail(VALLEY)));
        DirectProperties.Trust anchored = new DirectProperties.Trust("file:anchors.pem", List.of());
        DirectProperties.Trust listed = new DirectProperties.Trust("file:anchors.pem", List.of("file:revoked.crl"));

        check(valley, PartnerTrust.Use.SIGN, anchored);
        refused(
                () -> check(Identities.made(wish(stranger).named(mail(VALLEY))), PartnerTrust.Use.SIGN, anchored),
                "certificate-untrusted");
        refused(
                () -> check(Identities.made(wish(null).named(mail(VALLEY))), PartnerTrust.Use.SIGN, anchored),
                "certificate-untrusted");
        assertThatCode(() -> check(valley, PartnerTrust.Use.SIGN, listed)).isInstanceOf(IOException.class);
        Identities.revocations(authority, LATER, home.resolve("revoked.crl"), stranger.certificate());
        check(valley, PartnerTrust.Use.SIGN, listed);
        Identities.revocations(authority, LATER, home.resolve("revoked.crl"), valley.certificate());
        refused(() -> check(valley, PartnerTrust.Use.SIGN, listed), "certificate-revoked");
        Identities.revocations(authority, DirectWorld.CLOCK.instant().minusSeconds(1), home.resolve("revoked.crl"));
        refused(() -> check(valley, PartnerTrust.Use.SIGN, listed), "revocation-list");
    }

    @Test
    void a_list_that_the_authority_did_not_sign_is_no_list() throws Exception {
        DirectIdentity authority = Identities.made(new Identities.Wish(null, "CN=Trust Bundle", LATER).authority());
        DirectIdentity liar = Identities.made(new Identities.Wish(null, "CN=Trust Bundle", LATER).authority());
        Identities.pem(authority, home.resolve("anchors.pem"));
        Identities.revocations(liar, LATER, home.resolve("revoked.crl"));
        DirectIdentity valley = Identities.made(wish(authority).named(mail(VALLEY)));
        refused(
                () -> check(
                        valley,
                        PartnerTrust.Use.SIGN,
                        new DirectProperties.Trust("file:anchors.pem", List.of("file:revoked.crl"))),
                "revocation-list");
    }

    @Test
    void an_authority_in_between_may_stand_in_the_partners_file() throws Exception {
        DirectIdentity root = Identities.made(new Identities.Wish(null, "CN=Root", LATER).authority());
        DirectIdentity between = Identities.made(new Identities.Wish(root, "CN=Between", LATER).authority());
        DirectIdentity valley = Identities.made(wish(between).named(mail(VALLEY)));
        Identities.pem(root, home.resolve("anchors.pem"));
        Path file = home.resolve("partner.pem");
        String chain = Files.readString(Identities.pem(valley, file))
                + Files.readString(Identities.pem(between, home.resolve("between.pem")));
        Files.writeString(file, chain);
        PartnerTrust trust =
                new PartnerTrust(new DirectProperties.Trust("anchors.pem", List.of()), home, DirectWorld.CLOCK);
        assertThat(trust.certificate(new PartnerEndpoint.Direct(VALLEY, file), PartnerTrust.Use.SIGN))
                .isEqualTo(valley.certificate());
    }
}
