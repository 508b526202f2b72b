package org.warmhandoff.routes.direct;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** What is said of mails, by us and by others, over a socket. */
class DirectNotificationTest {

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

    private static byte[] note() {
        try (var in = DirectNotificationTest.class.getResourceAsStream("/ccda/referral-note.xml")) {
            return new String(in.readAllBytes(), UTF_8)
                    .replace("SUN-01", "unknown")
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private DirectSender valley() {
        return world.sender(DirectWorld.VALLEY, "valley.p12", listener.port());
    }

    private DeliveryResult report(byte[] entity) {
        OutboundMessage mail = world.toHub(SUNRISE, "r-1", entity);
        return valley().send(new OutboundMessage(mail.partner(), "r-1", Disposition.CONTENT_TYPE, "", entity));
    }

    @Test
    void a_mail_that_we_took_is_noted_as_processed_also_when_it_comes_again() {
        valley().send(world.toHub(SUNRISE, "m-1", note()));
        valley().send(world.toHub(SUNRISE, "m-1", note()));

        assertThat(world.notices.said)
                .containsExactly(
                        "processed valley m-1@direct.valley.example", "processed valley m-1@direct.valley.example");
        assertThat(Disposition.awaited(world.inbox.stored().get(0))).isTrue();
        assertThat(Disposition.mailbox(world.inbox.stored().get(0))).isEqualTo("sunrise");
    }

    @Test
    void what_is_refused_is_not_noted() {
        byte[] unfit = new String(note(), UTF_8).replace("22.1.14", "22.1.9").getBytes(UTF_8);
        valley().send(world.toHub(SUNRISE, "m-1", unfit));
        assertThat(world.notices.said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"processed,TAKEN", "dispatched,TAKEN", "failed,FAILED", "processed/error,FAILED", "delayed,PENDING"})
    void a_notification_about_our_mail_is_heard_and_never_answered(String type, MailReport.Outcome outcome) {
        byte[] entity = new Disposition("u-1@direct.hub.example", "referrals", type).write("direct.valley.example");

        assertThat(report(entity)).isInstanceOf(DeliveryResult.Delivered.class);
        String word = type.contains("/") ? "failed" : type;
        assertThat(world.notices.said).containsExactly("valley u-1@direct.hub.example " + outcome + " " + word);
        assertThat(world.inbox.stored()).isEmpty();
    }

    @Test
    void a_delivery_status_in_a_signed_mail_is_heard() {
        assertThat(report(dsn("multipart/report; report-type=delivery-status; boundary=b", "failed")))
                .isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(world.notices.said).containsExactly("valley u-1@direct.hub.example FAILED failed");
    }

    @Test
    void a_report_that_says_nothing_is_taken_and_passed_over() {
        assertThat(report("Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n--b--\r\n"
                        .getBytes(US_ASCII)))
                .isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(world.notices.said).isEmpty();
    }

    @Test
    void our_relay_may_bounce_without_a_signature_and_nobody_else() throws IOException {
        byte[] bounce = ("From: MAILER-DAEMON@relay.example\r\nMessage-ID: <b@relay>\r\n"
                        + new String(
                                dsn("multipart/report; report-type=delivery-status; boundary=b", "failed"), US_ASCII))
                .getBytes(US_ASCII);
        assertThat(smtp("", bounce)).startsWith("250");
        assertThat(world.notices.said).containsExactly("valley u-1@direct.hub.example FAILED failed");
        assertThat(smtp("someone@elsewhere.example", bounce)).startsWith("550");
        byte[] other = new String(bounce, US_ASCII)
                .replace(DirectWorld.VALLEY, "x@other.example")
                .getBytes(US_ASCII);
        assertThat(smtp("", other)).startsWith("550");
        assertThat(world.notices.said).hasSize(1);
    }

    @Test
    void an_automatic_mail_is_taken_but_not_answered() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeMessage mail = valley().mail(
                        world.toHub(SUNRISE, "m-9", note()),
                        new PartnerEndpoint.Direct(SUNRISE, home.resolve("hub.pem")));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.writeTo(out);
        assertThat(smtp(DirectWorld.VALLEY, out.toByteArray())).startsWith("250");
        assertThat(world.inbox.stored()).hasSize(1);
        assertThat(world.notices.said).isEmpty();
    }

    @Test
    void our_own_notification_has_no_return_path_and_names_the_mail() throws Exception {
        byte[] entity = new Disposition("a <b>\r\nX: y@z", "sunrise", "processed").write("direct.hub.example");
        MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(entity));
        MailReports.Read report = MailReports.read(read).orElseThrow();
        assertThat(report.report().messageId()).isEqualTo("abX:y@z");
        assertThat(report.recipient()).isEqualTo("sunrise@direct.hub.example");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeMessage mail = world.sender(DirectWorld.HUB, "hub.p12", 25)
                .mail(
                        new OutboundMessage(world.valleyPartner(), "n-1", Disposition.CONTENT_TYPE, "", entity),
                        (PartnerEndpoint.Direct) world.valleyPartner().endpoint());
        mail.writeTo(out);
        assertThat(mail.getSession().getProperty("mail.smtp.from")).isEqualTo("<>");
        assertThat(out.toString(US_ASCII))
                .contains("Auto-Submitted: auto-replied", "Message-ID: <n-1@direct.hub.example>")
                .doesNotContain("Disposition-Notification-To", "Original-Message-ID");
    }

    private static byte[] dsn(String type, String action) {
        return ("Content-Type: " + type + "\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\n"
                        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\n"
                        + "Final-Recipient: rfc822;" + DirectWorld.VALLEY + "\r\nAction: " + action
                        + "\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
                        + "Message-ID: <u-1@direct.hub.example>\r\nSubject: x\r\n--b--\r\n")
                .getBytes(US_ASCII);
    }

    /** The answer to the data. */
    private String smtp(String from, byte[] mail) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", listener.port());
                var in = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream(), US_ASCII));
                var out = socket.getOutputStream()) {
            in.readLine();
            for (String line :
                    new String[] {"HELO relay", "MAIL FROM:<" + from + ">", "RCPT TO:<" + SUNRISE + ">", "DATA"}) {
                out.write((line + "\r\n").getBytes(US_ASCII));
                assertThat(in.readLine()).matches("[23]5[04].*");
            }
            out.write(mail);
            out.write("\r\n.\r\n".getBytes(US_ASCII));
            return in.readLine();
        }
    }
}
