package org.warmhandoff.routes.court;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A court package as its reader sees it. */
record PackageFiles(Map<String, byte[]> files) {

    static PackageFiles open(CourtPackage courtPackage) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(courtPackage.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new PackageFiles(files);
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    String pdfText() throws IOException {
        return pdfText(Integer.MAX_VALUE);
    }

    String pdfText(int lastPage) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(files.get("report.pdf"))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(lastPage);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        }
    }

    /** Everything a reader of any of the files could see. */
    String allText() throws IOException {
        return pdfText() + text("report.xml") + text("manifest.json") + text("NOTICE.txt");
    }
}
