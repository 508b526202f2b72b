package org.warmhandoff.server.vault;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes bodies smaller before they are sealed, as PostgreSQL no longer can. */
final class Packing {

    /** Below it PostgreSQL keeps a row in one piece anyway. */
    private static final int WORTH_IT = 1_000;

    private Packing() {}

    /** The same array when packing does not pay. */
    static byte[] pack(byte[] plain) {
        if (plain.length < WORTH_IT) {
            return plain;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] out = new byte[plain.length];
            int length = deflater.deflate(out);
            return deflater.finished() ? Arrays.copyOf(out, length) : plain;
        } finally {
            deflater.end();
        }
    }

    static byte[] unpack(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && inflater.needsInput()) {
                    throw new BrokenSealException("packed content is cut");
                }
                out.write(buffer, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new BrokenSealException("packed content is damaged");
        } finally {
            inflater.end();
        }
    }
}
