package org.warmhandoff.routes.ccda.xdm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zip in memory, with bounds on what comes out, whatever its headers claim. Names stay names: nothing is written. */
final class BoundedZip {

    static final int LARGEST_ARCHIVE = 20 * 1024 * 1024;
    static final int LARGEST_ENTRY = 10 * 1024 * 1024;
    static final int LARGEST_TOTAL = 40 * 1024 * 1024;
    static final int MOST_ENTRIES = 100;

    private static final int LONGEST_NAME = 255;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int total;

    private BoundedZip() {}

    /** @throws UnusablePackageException when it is no zip, or one that reaches out or swells up */
    static Map<String, byte[]> files(byte[] archive) {
        if (archive.length > LARGEST_ARCHIVE) {
            throw new UnusablePackageException("too-long", "The package is larger than " + LARGEST_ARCHIVE + " bytes.");
        }
        BoundedZip zip = new BoundedZip();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            zip.readAll(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusablePackageException("structure", "The package is no readable zip archive.");
        }
        if (zip.files.isEmpty()) {
            throw new UnusablePackageException("structure", "The package is empty or no zip archive.");
        }
        return zip.files;
    }

    private void readAll(ZipInputStream in) throws IOException {
        int entries = 0;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw new UnusablePackageException(
                        "too-costly", "The package has more than " + MOST_ENTRIES + " entries.");
            }
            requirePlain(entry.getName());
            // Folders too: what one of them hides would be unpacked on the way to the next entry.
            byte[] content = read(in);
            if (!entry.isDirectory() && files.putIfAbsent(entry.getName(), content) != null) {
                throw new UnusablePackageException("structure", "The package has two files of one name.");
            }
        }
    }

    private byte[] read(ZipInputStream in) throws IOException {
        int most = Math.min(LARGEST_ENTRY, LARGEST_TOTAL - total);
        byte[] content = in.readNBytes(most + 1);
        if (content.length > most) {
            throw new UnusablePackageException("too-costly", "The package holds more than may be unpacked.");
        }
        total += content.length;
        return content;
    }

    private static void requirePlain(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':')
                && !("/" + name + "/").contains("/../");
        if (!plain) {
            throw new UnusablePackageException("security", "The package has a file name that leads out of it.");
        }
    }
}
