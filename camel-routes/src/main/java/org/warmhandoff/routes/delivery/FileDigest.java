package org.warmhandoff.routes.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a file that is or should be at the partner is called and contains. */
record FileDigest(String name, long size, byte[] sha256) {

    private static final int EVIDENCE_BYTES = 8;
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,250}");

    static FileDigest of(OutboundMessage message) {
        return new FileDigest(
                message.fileName(), message.body().length, digester().digest(message.body()));
    }

    /** False for a name that could lead out of the folder, hide a file or mean a file in the making. */
    boolean plainName() {
        return PLAIN_NAME.matcher(name).matches() && !name.endsWith(".tmp");
    }

    /** Encrypted anew, the same message is other bytes: its name, which holds the message id, has to do. */
    boolean encrypted() {
        return name.endsWith(".pgp");
    }

    String temporaryName() {
        return name + ".tmp";
    }

    boolean sameContent(InputStream content) throws IOException {
        MessageDigest digest = digester();
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return Arrays.equals(sha256, digest.digest());
    }

    /** For people who look for the file: its name and the first digits of its digest. */
    String evidence() {
        return name + " sha256:" + HexFormat.of().formatHex(sha256, 0, EVIDENCE_BYTES);
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
