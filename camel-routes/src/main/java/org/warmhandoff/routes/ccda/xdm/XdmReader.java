package org.warmhandoff.routes.ccda.xdm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.warmhandoff.routes.xml.SafeXml;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * Reads an XDM package (ITI TF-2:3.32): {@code IHE_XDM/[set]/METADATA.XML} and the documents that it names. One submission
 * set. Never throws for what the bytes are. Safe for use by many threads.
 */
public final class XdmReader {

    private static final String FOLDER = "IHE_XDM/";
    private static final String METADATA = "/METADATA.XML";

    private XdmReader() {}

    /** Whether bytes begin as a zip does. */
    public static boolean looksLikeZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    public static XdmPackage.Read read(byte[] archive) {
        try {
            return new XdmPackage.Read.Usable(content(BoundedZip.files(archive)));
        } catch (UnusablePackageException e) {
            return new XdmPackage.Read.Unusable(e.code(), e.sentence());
        }
    }

    private static XdmPackage content(Map<String, byte[]> files) {
        List<String> found =
                files.keySet().stream().filter(XdmReader::isMetadata).toList();
        if (found.size() != 1) {
            throw new UnusablePackageException(
                    found.isEmpty() ? "required" : "not-supported",
                    "The package must have one submission set, with its IHE_XDM/*/METADATA.XML.");
        }
        String name = found.get(0);
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return new Metadata(metadata(file(files, "", name))).read(uri -> file(files, folder, uri));
    }

    private static boolean isMetadata(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith(FOLDER) && upper.endsWith(METADATA);
    }

    private static XmlElement metadata(byte[] bytes) {
        SafeXml.Read read = SafeXml.read(bytes);
        if (read instanceof SafeXml.Read.Refused refused) {
            throw new UnusablePackageException(refused.code(), "METADATA.XML: " + refused.sentence());
        }
        return ((SafeXml.Read.Document) read).root();
    }

    /** URIs are relative to the metadata and, like names of entries, cannot lead anywhere but to an entry. */
    private static byte[] file(Map<String, byte[]> files, String folder, String uri) {
        byte[] file = files.get(folder + uri);
        if (file == null) {
            throw new UnusablePackageException("not-found", "The metadata name a document that is not in the package.");
        }
        return file;
    }
}
