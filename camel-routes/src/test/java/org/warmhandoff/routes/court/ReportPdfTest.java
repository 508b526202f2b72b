package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.routes.notice.RedisclosureNotice;

class ReportPdfTest {

    @ParameterizedTest
    @EnumSource(CourtMessageType.class)
    void every_type_fits_one_page_with_the_long_notice_and_the_short_one_in_the_footer(CourtMessageType type)
            throws IOException {
        byte[] pdf = ReportPdf.render(CourtReports.full(type));

        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(text(pdf)).contains(RedisclosureNotice.longText(), RedisclosureNotice.shortText(), type.title());
    }

    @Test
    void a_long_report_has_the_notice_on_its_first_page_and_the_footer_on_each() throws IOException {
        List<DrugTest> tests = IntStream.rangeClosed(1, 60)
                .mapToObj(
                        day -> new DrugTest(LocalDate.parse("2026-08-31").plusDays(day), DrugTestResult.NEGATIVE, true))
                .toList();
        ReportContent content = new ReportContent(null, null, null, null, null, tests, Conclusion.NONE, null);
        CourtReport report = CourtReports.report(CourtMessageType.PROGRESS_REPORT, "CR-1", content);
        PackageFiles files = PackageFiles.open(CourtPackage.of(report));

        assertThat(pages(files.files().get("report.pdf"))).isGreaterThan(1);
        assertThat(files.pdfText(1)).contains(RedisclosureNotice.longText());
        assertThat(files.pdfText()).contains("Oct 30, 2026");
        assertThat(files.pdfText().split("prohibits unauthorized use", -1)).hasSize(4);
    }

    @Test
    void shows_the_facts_of_a_progress_report() throws IOException {
        assertThat(text(ReportPdf.render(CourtReports.full(CourtMessageType.PROGRESS_REPORT))))
                .contains("County Treatment Court", "CR-2026-00123", "TC-778", "Apr 12, 1990")
                .contains("Nov 16, 2026 to Nov 22, 2026", "Phase 1", "ASAM 2.1 (edition 4)")
                .contains("Partially compliant unexpected positive test")
                .contains("9 scheduled", "8 attended", "1 of these late", "24.0 hours attended")
                .contains("Nov 20, 2026 positive no", "Continue treatment")
                .contains("consent roi-1", "expires on 2027-05-01");
    }

    @Test
    void text_from_elsewhere_cannot_become_markup() throws IOException {
        String docket = "<img src='file:///etc/passwd'/>&amp;\u0001";

        String text = text(
                ReportPdf.render(CourtReports.report(CourtMessageType.REFERRAL_ACK, docket, ReportContent.NOTHING)));

        assertThat(text).contains("<img src='file:///etc/passwd'/>&amp;");
    }

    @Test
    void is_tagged_titled_dated_by_the_report_and_embeds_its_fonts() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.render(CourtReports.full(CourtMessageType.PROGRESS_REPORT)))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Progress report, docket CR-2026-00123");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-11-23T18:30:05Z");
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    private static int pages(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return pdf.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        return new PackageFiles(java.util.Map.of("report.pdf", pdf)).pdfText();
    }
}
