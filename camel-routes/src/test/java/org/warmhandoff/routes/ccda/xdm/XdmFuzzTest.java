package org.warmhandoff.routes.ccda.xdm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;

/** Any archive, and any metadata in one, is a package within its bounds or refused. */
class XdmFuzzTest {

    private static final byte[] DOCUMENT =
            "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>".getBytes(StandardCharsets.UTF_8);
    private static final XdmSubmission SUBMISSION = new XdmSubmission(
            UUID.fromString("5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001"),
            Instant.parse("2026-11-24T15:00:00Z"),
            new XdmDocument.Type("11488-4", "2.16.840.1.113883.6.1", "Consult note"),
            new XdmDocument.ReferralId("REF-1001", "2.999.4711.5"),
            new XdmSubmission.PatientId("MRN55", "2.999.4711.6"),
            new XdmSubmission.Recipient("Mercy", "mercy@direct.example.org"),
            DOCUMENT);

    static Stream<byte[]> packages() {
        return Stream.of(XdmWriter.write(SUBMISSION), MetadataXml.of(SUBMISSION));
    }

    @MethodSource("packages")
    @FuzzTest
    void any_package_is_within_its_bounds_or_refused(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) {
        XdmPackage.Read read = XdmReader.read(XdmReader.looksLikeZip(bytes) ? bytes : around(bytes));

        if (read instanceof XdmPackage.Read.Usable usable) {
            assertThat(usable.content().documents()).hasSizeLessThanOrEqualTo(BoundedZip.MOST_ENTRIES);
            assertThat(usable.content().recipients()).allMatch(recipient -> recipient.length() < 200);
        }
    }

    private static byte[] around(byte[] metadata) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/METADATA.XML"));
            zip.write(metadata);
            zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/" + "DOC00001.XML"));
            zip.write(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }
}
