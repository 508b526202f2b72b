package org.warmhandoff.routes.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;

/** Any mail is opened or refused: any bytes at all, and any content that a partner signed and encrypted. */
class DirectMailFuzzTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final DirectWorld WORLD = world();
    private static final DirectMailReader MAILS = WORLD.mails();
    private static final Smime VALLEY = new Smime(WORLD.valley);

    private static DirectWorld world() {
        try {
            return new DirectWorld(Files.createTempDirectory("direct"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> mails() {
        return Stream.of(
                        "Content-Type: text/xml\r\n\r\n<ClinicalDocument/>",
                        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nhi\r\n"
                                + "--x\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n--x--",
                        "Content-Type: multipart/report; report-type=disposition-notification; boundary=y\r\n\r\n--y--",
                        "Content-Type: multipart/mixed; boundary=\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=",
                        "From: " + DirectWorld.VALLEY + "\r\nMessage-ID: <1@x>\r\nContent-Type: application/pkcs7-mime;"
                                + " smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHA6CA",
                        "From: a@b, c@d\r\nTo: \"\u0000\r\n\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("mails")
    @FuzzTest
    void any_mail_is_opened_or_refused(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) throws IOException {
        assertThat(MAILS.read(bytes, false)).isNotNull();

        byte[] sealed;
        try {
            sealed = sealed(bytes);
        } catch (MessagingException | GeneralSecurityException | IOException unfitToBeSent) {
            return;
        }
        if (MAILS.read(sealed, false) instanceof DirectMail.Document document) {
            assertThat(document.body().length).isLessThanOrEqualTo(bytes.length);
            assertThat(document.contentType()).doesNotContain("\r", "\n");
        }
    }

    private static byte[] sealed(byte[] content) throws MessagingException, GeneralSecurityException, IOException {
        MimeBodyPart part = VALLEY.seal(new MimeBodyPart(new ByteArrayInputStream(content)), WORLD.hub.certificate());
        MimeMessage mail = new MimeMessage(SESSION);
        mail.setFrom(DirectWorld.VALLEY);
        mail.setContent(part.getContent(), part.getContentType());
        mail.setHeader("Message-ID", "<1@valley>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toByteArray();
    }
}
