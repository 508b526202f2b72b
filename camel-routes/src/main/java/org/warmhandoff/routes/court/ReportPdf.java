package org.warmhandoff.routes.court;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** {@code report.pdf}: tagged (PDF/UA-1), fit for an archive (PDF/A-2a), and the same bytes for the same report. */
final class ReportPdf {

    static {
        FontMappers.set(new ReportFont());
        // The renderer would log what it lays out.
        XRLog.setLoggingEnabled(false);
    }

    private ReportPdf() {}

    static byte[] render(CourtReport report) {
        long id = report.messageId().getMostSignificantBits();
        try (PDDocument pdf = new DatedDocument(report.createdAt(), id);
                PdfBoxRenderer renderer = builder(report).usePDDocument(pdf).buildPdfRenderer()) {
            renderer.createPDFKeepOpen();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("report.pdf could not be rendered", e);
        }
    }

    private static PdfRendererBuilder builder(CourtReport report) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        return builder.usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useFont(ReportFont::open, ReportFont.FAMILY)
                .withProducer("Warm Handoff")
                .withW3cDocument(ReportPageWriter.write(report), null);
    }
}
