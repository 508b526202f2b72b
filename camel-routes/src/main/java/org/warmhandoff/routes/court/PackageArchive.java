package org.warmhandoff.routes.court;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.warmhandoff.routes.notice.TextCarriage;

/** The files of a court package in one zip, manifest first. */
final class PackageArchive {

    private PackageArchive() {}

    static byte[] of(CourtReport report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.pdf", ReportPdf.render(report));
        files.put("report.xml", ReportXml.render(report));
        files.put("NOTICE.txt", notice(report));
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("manifest.json", Manifest.render(report, files));
        all.putAll(files);
        return zip(all, LocalDateTime.ofInstant(report.createdAt(), ZoneOffset.UTC));
    }

    private static byte[] notice(CourtReport report) {
        return TextCarriage.file(report.carriage()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files, LocalDateTime time) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // setTime would depend on the time zone of the machine.
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
