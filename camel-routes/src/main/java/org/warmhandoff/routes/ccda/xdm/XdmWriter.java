package org.warmhandoff.routes.ccda.xdm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an XDM package (ITI TF-2:3.32) of the documents about one referral. The same submission gives the same bytes. */
public final class XdmWriter {

    private static final String SET = "IHE_XDM/SUBSET01/";
    private static final String INDEX =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML Basic 1.1//EN" "http://www.w3.org/TR/xhtml-basic/xhtml-basic11.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Warm Handoff</title></head><body>
            <p>Documents about a referral. <a href="README.TXT">README</a></p>
            <ul>%s</ul>
            </body></html>
            """;
    private static final String README =
            """
            IHE XDM package by Warm Handoff: documents about one referral and their metadata in IHE_XDM/SUBSET01.
            """;

    private XdmWriter() {}

    public static byte[] write(XdmSubmission submission) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder();
        int ordinal = 0;
        for (XdmPart part : submission.parts()) {
            String name = part.fileName(++ordinal);
            index.append("<li><a href=\"")
                    .append(SET)
                    .append(name)
                    .append("\">")
                    .append(name)
                    .append("</a></li>");
        }
        files.put("INDEX.HTM", INDEX.formatted(index).getBytes(StandardCharsets.UTF_8));
        files.put("README.TXT", README.getBytes(StandardCharsets.UTF_8));
        files.put(SET + "METADATA.XML", MetadataXml.of(submission));
        ordinal = 0;
        for (XdmPart part : submission.parts()) {
            files.put(SET + part.fileName(++ordinal), part.body());
        }
        return zip(files, submission.at());
    }

    private static byte[] zip(Map<String, byte[]> files, Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // setTime would depend on the time zone of the machine.
                entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
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
