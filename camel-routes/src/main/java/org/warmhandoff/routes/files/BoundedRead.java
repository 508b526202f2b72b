package org.warmhandoff.routes.files;

import java.io.IOException;
import java.io.InputStream;

/** Reads no more than it must. */
final class BoundedRead {

    private BoundedRead() {}

    static byte[] all(InputStream content, long most) throws IOException {
        byte[] read = content.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (read.length > most) {
            throw new FileTooLongException();
        }
        return read;
    }

    /** It grew, or its size was told wrong. */
    static final class FileTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
