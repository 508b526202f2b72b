package org.warmhandoff.routes.direct;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** We send to a hospital's mail server. */
class DirectSenderTest {

    private final GreenMail valleyMail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @TempDir
    Path home;

    private DirectWorld world;

    @BeforeEach
    void meet() {
        world = new DirectWorld(home);
        valleyMail.start();
    }

    @AfterEach
    void part() {
        valleyMail.stop();
    }

    private OutboundMessage message() {
        return new OutboundMessage(
                world.valleyPartner(), "m-7", "application/zip", "XDM.ZIP", "secret words".getBytes(US_ASCII));
    }

    private DirectSender sender(String address, int relay) {
        return world.sender(address, "hub.p12", relay);
    }

    @Test
    void what_arrives_is_signed_by_us_and_for_the_partner_alone() throws Exception {
        DeliveryResult result =
                sender(DirectWorld.HUB, valleyMail.getSmtp().getPort()).send(message());

        assertThat(result).isEqualTo(new DeliveryResult.Delivered("250 <m-7@direct.hub.example>"));
        MimeMessage mail = valleyMail.getReceivedMessages()[0];
        assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain("secret", "XDM.ZIP");
        assertThat(mail.getMessageID()).isEqualTo("<m-7@direct.hub.example>");
        assertThat(mail.getAllRecipients()[0]).hasToString(DirectWorld.VALLEY);
        Smime valley = new Smime(world.valley);
        MimeBodyPart opened = valley.open(mail);
        assertThat(valley.signedBy(world.valley.certificate(), opened)).isEmpty();
        MimeMultipart content = (MimeMultipart)
                valley.signedBy(world.hub.certificate(), opened).orElseThrow().getContent();
        assertThat(content.getBodyPart(1).getFileName()).isEqualTo("XDM.ZIP");
        assertThat(content.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(message().body());
    }

    @Test
    void what_can_be_mended_is_tried_again() {
        assertThat(sender(DirectWorld.HUB, 1).send(message()))
                .isInstanceOfSatisfying(DeliveryResult.Retry.class, retry -> assertThat(retry.errorCode())
                        .isEqualTo("io"));
        assertThat(sender("", valleyMail.getSmtp().getPort()).send(message()))
                .isInstanceOfSatisfying(DeliveryResult.Retry.class, retry -> assertThat(retry.errorCode())
                        .isEqualTo("configuration"));
        Identities.pem(
                Identities.of(DirectWorld.VALLEY, DirectWorld.CLOCK.instant().minusSeconds(1)),
                home.resolve("valley.pem"));
        assertThat(sender(DirectWorld.HUB, valleyMail.getSmtp().getPort()).send(message()))
                .isInstanceOfSatisfying(DeliveryResult.Retry.class, retry -> assertThat(retry.errorCode())
                        .isEqualTo("certificate-expired"));
    }

    @Test
    void it_serves_mailboxes_only() {
        DirectSender sender = sender(DirectWorld.HUB, 1);
        assertThat(sender.serves(new PartnerEndpoint.Direct("a@b.example", home)))
                .isTrue();
        assertThat(sender.serves(new PartnerEndpoint.Folder(home))).isFalse();
    }
}
