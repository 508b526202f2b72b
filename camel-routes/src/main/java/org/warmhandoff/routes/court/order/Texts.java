package org.warmhandoff.routes.court.order;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of what elements say. */
final class Texts {

    static final int MOST_DOCUMENT_BYTES = 10 * 1024 * 1024;

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./:_#-]{0,63}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,2}(\\.\\d)?");
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private Texts() {}

    /** A number that others will quote: short and plain. */
    static String number(XmlElement element, String... path) {
        return checked(element, element.require(path), path);
    }

    static @Nullable String numberOrNull(XmlElement element, String... path) {
        String found = element.textOrNull(path);
        return found == null ? null : checked(element, found, path);
    }

    private static String checked(XmlElement element, String value, String... path) {
        if (!NUMBER.matcher(value).matches()) {
            String last = path[path.length - 1];
            throw new UnusableOrder(
                    "value",
                    element.path() + "/" + String.join("/", path),
                    last + " must be up to 64 letters, digits, spaces and . / : _ # -.");
        }
        return value;
    }

    /** A small number of something; empty where none is given. */
    static Optional<String> count(XmlElement element, String child) {
        String found = element.text(child);
        if (!found.isEmpty() && !COUNT.matcher(found).matches()) {
            throw new UnusableOrder("value", element.path() + "/" + child, child + " is no small number.");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** The PDF in an element of type base64Binary. */
    static byte[] pdf(XmlElement base64) {
        if (base64.length() / 4 * 3 > MOST_DOCUMENT_BYTES) {
            throw new UnusableOrder("too-long", base64.path(), "A document is longer than 10 MB.");
        }
        byte[] data = decode(base64);
        if (data.length < PDF.length || !startsWithPdf(data)) {
            throw new UnusableOrder("value", base64.path(), "A document must be a PDF.");
        }
        return data;
    }

    private static boolean startsWithPdf(byte[] data) {
        for (int i = 0; i < PDF.length; i++) {
            if (data[i] != PDF[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decode(XmlElement base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.content().toString());
        } catch (IllegalArgumentException e) {
            throw new UnusableOrder("value", base64.path(), "A document is no base64.");
        }
    }
}
