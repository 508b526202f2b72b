package org.warmhandoff.routes.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/** A hospital sends to us by Direct, over a socket. */
class DirectListenerTest {

    private static final String SUNRISE = "sunrise@direct.hub.example";

    @TempDir
    Path home;

    private DirectWorld world;
    private DirectListener listener;

    @BeforeEach
    void listen() {
        world = new DirectWorld(home);
        listener = world.listener();
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop();
    }

    /** A note that names no partner: the mailbox says who it is for. */
    private static byte[] note() {
        try (InputStream in = DirectListenerTest.class.getResourceAsStream("/ccda/referral-note.xml")) {
            return new String(in.readAllBytes(), UTF_8)
                    .replace("SUN-01", "unknown")
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private DeliveryResult send(String mailbox, String messageId, byte[] document) {
        return world.sender(DirectWorld.VALLEY, "valley.p12", listener.port())
                .send(world.toHub(mailbox, messageId, document));
    }

    private void assertRefused(DeliveryResult result, String reason) {
        assertThat(result).isEqualTo(new DeliveryResult.Rejected("smtp-550", "the mail server refused it"));
        assertThat(world.inbox.stored()).isEmpty();
        assertThat(world.inbox.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.answer()).doesNotContain("Doe");
        });
    }

    @Test
    void a_signed_and_encrypted_note_is_in_the_inbox_before_it_is_acknowledged() {
        DeliveryResult result = send(SUNRISE, "m-1", note());

        assertThat(result).isEqualTo(new DeliveryResult.Delivered("250 <m-1@direct.valley.example>"));
        InboundMessage kept = world.inbox.stored().get(0);
        assertThat(kept.dialect()).isEqualTo(Dialect.CCDA);
        assertThat(kept.sender()).isEqualTo("valley");
        assertThat(kept.controlId()).isEqualTo("m-1@direct.valley.example");
        assertThat(kept.messageType()).isEqualTo("57133-1");
        assertThat(kept.orderKey()).isEqualTo("REF-1001");
        assertThat(kept.contentType()).isEqualTo("application/hl7-cda+xml;recipient=sunrise;final-delivery=true");
        assertThat(kept.body()).isEqualTo(note());
    }

    @Test
    void the_same_mail_again_is_acknowledged_again_and_kept_once() {
        send(SUNRISE, "m-1", note());

        assertThat(send(SUNRISE, "m-1", note())).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(world.inbox.stored()).hasSize(1);
        assertThat(send(
                        SUNRISE,
                        "m-1",
                        new String(note(), UTF_8).replace("Doe", "Roe").getBytes(UTF_8)))
                .isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void a_mail_that_another_key_signed_is_refused() {
        Identities.keyStore(Identities.of(DirectWorld.VALLEY), home.resolve("other.p12"));

        DeliveryResult result = world.sender(DirectWorld.VALLEY, "other.p12", listener.port())
                .send(world.toHub(SUNRISE, "m-1", note()));

        assertRefused(result, "not-signed Direct");
    }

    @Test
    void a_mail_from_an_address_of_no_partner_is_refused() {
        DeliveryResult result = world.sender("x@direct.valley.example", "valley.p12", listener.port())
                .send(world.toHub(SUNRISE, "m-1", note()));

        assertRefused(result, "unknown-sender Direct");
    }

    @Test
    void a_partner_whose_certificate_ran_out_is_refused() {
        Identities.pem(
                Identities.of(DirectWorld.VALLEY, DirectWorld.CLOCK.instant().minusSeconds(1)),
                home.resolve("valley.pem"));

        assertRefused(send(SUNRISE, "m-1", note()), "certificate-expired Direct");
    }

    @Test
    void a_mail_that_is_not_encrypted_is_refused() throws MessagingException {
        assertThat(plainly(SUNRISE, "Referral of Jordan Doe")).isEqualTo(550);
        assertThat(world.inbox.stored()).isEmpty();
        assertThat(world.inbox.refused()).singleElement().satisfies(refused -> assertThat(refused.reason())
                .isEqualTo("not-encrypted Direct"));
    }

    @Test
    void nothing_is_relayed_to_other_domains() throws MessagingException {
        assertThat(plainly("someone@elsewhere.example", "x")).isEqualTo(550);
        assertThat(world.inbox.refused()).isEmpty();
    }

    @Test
    void an_unfit_document_is_refused_and_kept() {
        byte[] unfit = new String(note(), UTF_8).replace("22.1.14", "22.1.9").getBytes(UTF_8);

        assertRefused(send(SUNRISE, "m-1", unfit), "not-supported ClinicalDocument.templateId");
        assertThat(world.inbox.refused().get(0).message().body()).isEqualTo(unfit);
    }

    @Test
    void too_large_a_mail_is_refused() {
        assertThat(send(SUNRISE, "m-1", new byte[3 * 1024 * 1024])).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(world.inbox.stored()).isEmpty();
    }

    @Test
    void damaged_mails_are_refused_and_never_thrown_at() throws Exception {
        DirectProperties properties = world.properties(DirectWorld.HUB, "hub.p12", 25);
        DirectMailReader reader = new DirectMailReader(
                new DirectKeys(properties, home),
                new org.warmhandoff.routes.partner.PartnerDirectory() {
                    @Override
                    public java.util.Collection<org.warmhandoff.routes.partner.Partner> all() {
                        return List.of(world.valleyPartner());
                    }

                    @Override
                    public java.util.Optional<org.warmhandoff.routes.partner.Partner> byId(String id) {
                        return java.util.Optional.empty();
                    }

                    @Override
                    public java.util.Optional<org.warmhandoff.routes.partner.Partner> bySender(String a, String f) {
                        return java.util.Optional.empty();
                    }

                    @Override
                    public java.util.Optional<org.warmhandoff.routes.partner.Partner> byAnyName(String name) {
                        return java.util.Optional.empty();
                    }
                },
                new PartnerTrust(world.trust, home, DirectWorld.CLOCK));
        byte[] whole = world.sealed(note());
        assertThat(reader.read(whole, false)).isInstanceOf(DirectMail.Document.class);
        Random random = new Random(1);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Assertions.assertThatCode(() -> reader.read(damaged, true)).doesNotThrowAnyException();
        }
    }

    /** The code of the refusal. */
    private int plainly(String mailbox, String text) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(listener.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress(DirectWorld.VALLEY));
        mail.setRecipient(RecipientType.TO, new InternetAddress(mailbox));
        mail.setText(text);
        try {
            Transport.send(mail);
            return 250;
        } catch (MessagingException e) {
            return DirectSender.returnCode(e);
        }
    }
}
