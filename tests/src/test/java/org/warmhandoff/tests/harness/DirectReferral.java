package org.warmhandoff.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A referral of an invented person as the hospital's own system packs it for Direct (IHE 360X in XDM). */
public record DirectReferral(Client client, String placer) {

    private static final String ENTRY =
            """

                <ExtrinsicObject id="d2" mimeType="text/xml">
                  <Slot name="URI"><ValueList><Value>DOC0002.XML</Value></ValueList></Slot>
                </ExtrinsicObject>""";

    public static DirectReferral unique() {
        return new DirectReferral(
                Client.unique(), "REF-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** The order with the note. */
    public byte[] order() {
        return pack(fill("order.hl7", "NW"), fill("direct-note.xml", ""));
    }

    /** The order is taken back. */
    public byte[] cancellation() {
        return pack(fill("order.hl7", "CA").replaceAll("TQ1(?s).*", ""), "");
    }

    /** A package with a file that is far larger unpacked. */
    public byte[] bomb() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("IHE_XDM/SUBSET01/METADATA.XML", metadata(true));
        files.put("IHE_XDM/SUBSET01/DOC0002.XML", new byte[60 * 1024 * 1024]);
        return zip(files);
    }

    private byte[] pack(String order, String note) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("INDEX.HTM", "<html/>".getBytes(StandardCharsets.UTF_8));
        files.put("README.TXT", "A referral.".getBytes(StandardCharsets.UTF_8));
        files.put("IHE_XDM/SUBSET01/METADATA.XML", metadata(!note.isEmpty()));
        files.put("IHE_XDM/SUBSET01/DOC0001.HL7", order.replace("\n", "\r").getBytes(StandardCharsets.UTF_8));
        if (!note.isEmpty()) {
            files.put("IHE_XDM/SUBSET01/DOC0002.XML", note.getBytes(StandardCharsets.UTF_8));
        }
        return zip(files);
    }

    private byte[] metadata(boolean note) {
        return Fixture.of("metadata.xml")
                .with(Map.of("placer", placer, "note-entry", note ? ENTRY : ""))
                .text()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String fill(String name, String control) {
        return Fixture.of(name)
                .about(client)
                .with(Map.of(
                        "placer",
                        placer,
                        "control",
                        control,
                        "control-id",
                        UUID.randomUUID().toString().substring(0, 18)))
                .text();
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
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
