package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Referrals in XDM packages: ours read back, and those of people who mean harm. */
class XdmReferralTest {

    private static final String NOTE = Documents.text("referral-note.xml");

    private static XdmSubmission submission(String document) {
        return new XdmSubmission(
                UUID.fromString("0f3c1c5e-9d0a-4f5e-8c55-0a5a3f2f7f10"),
                Instant.parse("2026-11-23T14:30:00Z"),
                new XdmDocument.Type("57133-1", "2.16.840.1.113883.6.1", "Referral note"),
                new XdmDocument.ReferralId("REF-360", "2.999.4711.5"),
                new XdmSubmission.PatientId("MRN-77", "2.999.4711.3"),
                new XdmSubmission.Recipient("Sunrise", "sunrise@direct.example.org"),
                document.getBytes(UTF_8));
    }

    @Test
    void a_package_is_read_with_the_number_and_the_recipient_of_its_metadata() {
        String anonymous = NOTE.replaceAll(
                        "(?s)<informationRecipient>\\s*<intendedRecipient>.*</intendedRecipient>\\s*</informationRecipient>",
                        "")
                .replaceAll("<inFulfillmentOf>.*</inFulfillmentOf>", "");
        CcdaReferralReader.Arrived arrived =
                Documents.READER.arrive("mercy", "text/xml", XdmWriter.write(submission(anonymous)));
        ReferralMessage referral = Documents.usable(arrived.read());
        assertThat(referral.placer()).isEqualTo("REF-360");
        assertThat(referral.receiver()).isEqualTo(Documents.SUNRISE);
        assertThat(arrived.controlId()).startsWith("2.25.");
        assertThat(arrived.messageType()).isEqualTo("57133-1");
        assertThat(Documents.only(referral, Binary.class).getData()).isEqualTo(anonymous.getBytes(UTF_8));
    }

    @Test
    void the_same_submission_gives_the_same_bytes() {
        assertThat(XdmWriter.write(submission(NOTE))).isEqualTo(XdmWriter.write(submission(NOTE)));
    }

    @Test
    void a_document_beside_the_note_is_kept_too() {
        String metadata =
                metadata("DOC1.XML", "text/xml", "") + metadata("SUB/CONSENT.PDF", "application/pdf", consent());
        Map<String, byte[]> files = files(metadata);
        files.put("IHE_XDM/A/DOC1.XML", NOTE.getBytes(UTF_8));
        files.put("IHE_XDM/A/SUB/CONSENT.PDF", new byte[] {1, 2, 3});
        ReferralMessage referral = Documents.usable(
                Documents.READER.arrive("mercy", "text/xml", zip(files)).read());
        DocumentReference kept =
                Documents.all(referral, DocumentReference.class).get(1);
        assertThat(kept.getType().getCodingFirstRep().getCode()).isEqualTo("64292-6");
        assertThat(kept.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("59284-0");
        assertThat(Documents.all(referral, Binary.class).get(1).getData()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../METADATA.XML",
                "IHE_XDM/../../x",
                "/etc/passwd",
                "IHE_XDM\\A\\x",
                "C:/x",
                "IHE_XDM/..",
                "a\u0000b"
            })
    void a_name_that_leads_out_is_refused(String name) {
        Map<String, byte[]> files = files(metadata("DOC1.XML", "text/xml", ""));
        files.put("IHE_XDM/A/DOC1.XML", NOTE.getBytes(UTF_8));
        files.put(name, new byte[1]);
        assertThat(Documents.refused(zip(files)).code()).isEqualTo("security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../B/DOC1.XML", "", "DOC2.XML", "/IHE_XDM/A/DOC1.XML"})
    void metadata_that_name_no_file_of_the_set_are_refused(String uri) {
        Map<String, byte[]> files = files(metadata(uri, "text/xml", ""));
        files.put("IHE_XDM/A/DOC1.XML", NOTE.getBytes(UTF_8));
        files.put("IHE_XDM/B/DOC1.XML", NOTE.getBytes(UTF_8));
        assertThat(Documents.refused(zip(files)).code()).isEqualTo("not-found");
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() {
        Map<String, byte[]> one = files(metadata("DOC1.XML", "text/xml", ""));
        one.put("IHE_XDM/A/DOC1.XML", new byte[11 * 1024 * 1024]);
        assertThat(Documents.refused(zip(one)).code()).isEqualTo("too-costly");
        Map<String, byte[]> folder = files(metadata("DOC1.XML", "text/xml", ""));
        folder.put("IHE_XDM/B/", new byte[11 * 1024 * 1024]);
        assertThat(Documents.refused(zip(folder)).code()).isEqualTo("too-costly");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertThat(Documents.refused(zip(many)).code()).isEqualTo("too-costly");
        Map<String, byte[]> total = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            total.put("f" + i, new byte[9 * 1024 * 1024]);
        }
        assertThat(Documents.refused(zip(total)).code()).isEqualTo("too-costly");
    }

    @Test
    void a_document_that_was_changed_on_the_way_is_refused() {
        byte[] archive = XdmWriter.write(submission(NOTE));
        Map<String, byte[]> files = unzip(archive);
        files.put(
                "IHE_XDM/SUBSET01/DOC00001.XML",
                NOTE.replace("Jordan", "Jordon").getBytes(UTF_8));
        assertThat(Documents.refused(zip(files)).code()).isEqualTo("value");
    }

    @Test
    void packages_without_a_set_or_a_document_are_refused() {
        assertThat(Documents.refused(zip(Map.of("x", new byte[1]))))
                .isEqualTo(new Unusable(
                        "required",
                        "IHE_XDM",
                        "The package must have one submission set, with its IHE_XDM/*/METADATA.XML."));
        assertThat(Documents.refused(zip(files(""))).code()).isEqualTo("required");
        Map<String, byte[]> pdf = files(metadata("A.PDF", "application/pdf", ""));
        pdf.put("IHE_XDM/A/A.PDF", new byte[1]);
        assertThat(Documents.refused(zip(pdf)).sentence()).isEqualTo("The package has no C-CDA document.");
    }

    @Test
    void a_damaged_package_never_throws() {
        byte[] whole = XdmWriter.write(submission(NOTE));
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 1 + random.nextInt(10); j++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            Assertions.assertThatCode(() -> Documents.READER.arrive("mercy", "text/xml", damaged))
                    .doesNotThrowAnyException();
        }
    }

    private static String metadata(String uri, String mimeType, String more) {
        return "<ExtrinsicObject mimeType=\"" + mimeType + "\"><Slot name=\"URI\"><ValueList><Value>" + uri
                + "</Value></ValueList></Slot>" + more + "</ExtrinsicObject>";
    }

    private static String consent() {
        return "<Classification classificationScheme=\"urn:uuid:f0306f51-975f-434e-a61c-c59651d33983\""
                + " nodeRepresentation=\"64292-6\"><Slot name=\"codingScheme\"><ValueList><Value>2.16.840.1.113883.6.1"
                + "</Value></ValueList></Slot></Classification>";
    }

    private static Map<String, byte[]> files(String metadata) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("IHE_XDM/A/METADATA.XML", ("<a>" + metadata + "</a>").getBytes(UTF_8));
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }
}
