package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.routes.notice.RedisclosureNotice;

class CourtPackageTest {

    @Test
    void file_name_says_court_docket_type_time_and_message() {
        assertThat(CourtPackage.of(CourtReports.full(CourtMessageType.PROGRESS_REPORT))
                        .fileName())
                .isEqualTo("county-court_CR-2026-00123_progress-report_20261123183005_"
                        + "7a0f9b52-0d3c-4d0e-9a9e-2f9b8f1c6d11.zip");
    }

    @ParameterizedTest
    @CsvSource({
        "CR 2026/123, CR-2026-123",
        "../../etc/passwd, etc-passwd",
        "CR_2026, CR-2026",
        "C:\\x*?.zip, C-x-zip",
        "Ä-1, 1"
    })
    void a_docket_cannot_leave_its_place_in_the_file_name(String docket, String inName) {
        CourtReport report = CourtReports.report(CourtMessageType.REFERRAL_ACK, docket, ReportContent.NOTHING);

        assertThat(PackageName.of(report)).startsWith("county-court_" + inName + "_referral-ack_");
    }

    @ParameterizedTest
    @EnumSource(CourtMessageType.class)
    void the_same_report_gives_the_same_bytes_in_any_time_zone(CourtMessageType type) {
        String first = Sha256.hex(CourtPackage.of(CourtReports.full(type)).body());
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Sha256.hex(CourtPackage.of(CourtReports.full(type)).body()))
                    .isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_report_kept_as_json_gives_the_same_bytes() throws Exception {
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        CourtReport report = CourtReports.full(CourtMessageType.PROGRESS_REPORT);

        CourtReport kept = json.readValue(json.writeValueAsString(report), CourtReport.class);

        assertThat(kept).isEqualTo(report);
        assertThat(Sha256.hex(CourtPackage.of(kept).body()))
                .isEqualTo(Sha256.hex(CourtPackage.of(report).body()));
    }

    @Test
    void manifest_has_the_digest_of_every_other_file() throws Exception {
        PackageFiles files = PackageFiles.open(CourtPackage.of(CourtReports.full(CourtMessageType.PROGRESS_REPORT)));

        assertThat(files.files().keySet()).containsExactly("manifest.json", "report.pdf", "report.xml", "NOTICE.txt");
        JsonNode manifest = new ObjectMapper().readTree(files.text("manifest.json"));
        assertThat(manifest.path("files")).hasSize(3);
        for (JsonNode file : manifest.path("files")) {
            byte[] bytes = files.files().get(file.path("name").asText());
            assertThat(file.path("sha256").asText()).isEqualTo(Sha256.hex(bytes));
        }
    }

    @Test
    void manifest_says_what_it_is_and_why_the_court_may_have_it() throws Exception {
        PackageFiles files = PackageFiles.open(CourtPackage.of(CourtReports.full(CourtMessageType.PROGRESS_REPORT)));

        JsonNode manifest = new ObjectMapper().readTree(files.text("manifest.json"));
        assertThat(manifest.path("messageId").asText()).isEqualTo(CourtReports.MESSAGE.toString());
        assertThat(manifest.path("type").asText()).isEqualTo("progress-report");
        assertThat(manifest.path("courtId").asText()).isEqualTo("county-court");
        assertThat(manifest.path("docket").asText()).isEqualTo("CR-2026-00123");
        assertThat(manifest.path("participantCourtId").asText()).isEqualTo("TC-778");
        assertThat(manifest.path("authority").path("consentId").asText()).isEqualTo("roi-1");
        assertThat(manifest.path("authority").path("consentSha256").asText()).isEqualTo("ab".repeat(32));
        assertThat(manifest.path("notice").asText()).isEqualTo(RedisclosureNotice.shortText());
    }

    @Test
    void notice_has_both_statements_of_2_32() throws Exception {
        PackageFiles files = PackageFiles.open(CourtPackage.of(CourtReports.full(CourtMessageType.REFERRAL_ACK)));

        assertThat(files.text("NOTICE.txt"))
                .startsWith(RedisclosureNotice.longText())
                .contains("\n\n" + RedisclosureNotice.shortText()
                        + "\n\nDisclosed with the participant's written consent")
                .endsWith("Purposes: legal proceeding. In force until 2027-05-01.\n");
    }

    @Test
    void a_receipt_says_nothing_about_treatment_in_any_file() throws Exception {
        PackageFiles files = PackageFiles.open(CourtPackage.of(CourtReports.full(CourtMessageType.REFERRAL_ACK)));

        assertThat(files.allText())
                .contains("CR-2026-00123", "TC-778")
                .doesNotContain("1990", "ASAM", "2.1<", "Phase 1", "2026-11-02", "Nov 2, 2026")
                .doesNotContainIgnoringCase("attendance")
                .doesNotContainIgnoringCase("drug")
                .doesNotContainIgnoringCase("enrol")
                .doesNotContainIgnoringCase("compliance");
    }

    @Test
    void an_enrolment_notice_says_enrolled_since_when_and_at_what_level_only() throws Exception {
        PackageFiles files = PackageFiles.open(CourtPackage.of(CourtReports.full(CourtMessageType.ENROLMENT_NOTICE)));

        assertThat(files.pdfText()).contains("Notice of enrolment", "Nov 2, 2026", "ASAM 2.1 (edition 4)");
        assertThat(files.pdfText()).doesNotContain("Phase 1", "scheduled", "Collected", "Partially", "Continue");
        assertThat(files.text("report.xml"))
                .contains("<tr:Enrolment status=\"enrolled\" date=\"2026-11-02\"/>")
                .contains("<tr:LevelOfCare edition=\"4\">2.1</tr:LevelOfCare>")
                .doesNotContain("tr:Attendance", "tr:DrugTest", "tr:Compliance", "tr:Recommendation", "tr:Phase");
    }
}
