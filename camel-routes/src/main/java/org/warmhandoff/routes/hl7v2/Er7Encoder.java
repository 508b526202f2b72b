package org.warmhandoff.routes.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.warmhandoff.routes.partner.Partner;

/** Makes bytes of a message that we printed, in the characters that its receiver asks for; MSH-18 says which. Pure. */
public final class Er7Encoder {

    private static final String UTF_8 = "UNICODE UTF-8";

    private Er7Encoder() {}

    /**
     * A message that cannot be written in the set agreed on goes out in UTF-8 and says so: a name with a letter that the
     * receiver may misread is better than one with the letter gone.
     *
     * @param message its MSH-18 is {@code UNICODE UTF-8}
     */
    public static byte[] encode(String message, Partner receiver) {
        String name = receiver.hl7v2().charset();
        Optional<Charset> charset = name == null ? Optional.empty() : Table0211.charset(name);
        if (name == null || charset.isEmpty() || !charset.get().newEncoder().canEncode(message)) {
            return message.getBytes(StandardCharsets.UTF_8);
        }
        int end = message.indexOf('\r');
        String header = message.substring(0, end).replace("|" + UTF_8, "|" + name);
        return (header + message.substring(end)).getBytes(charset.get());
    }
}
