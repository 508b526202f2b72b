package org.warmhandoff.routes.court;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.w3c.dom.Document;

/** Prints a page of XHTML as PDF, in the one font, and fetches nothing that the page names. */
public final class PrintedPage {

    static {
        FontMappers.set(new ReportFont());
        // The renderer would log what it lays out.
        XRLog.setLoggingEnabled(false);
    }

    private PrintedPage() {}

    public static byte[] pdf(Document page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            builder.useFont(ReportFont::open, ReportFont.FAMILY)
                    .withProducer("Warm Handoff")
                    .withW3cDocument(page, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the page could not be printed", e);
        }
    }
}
