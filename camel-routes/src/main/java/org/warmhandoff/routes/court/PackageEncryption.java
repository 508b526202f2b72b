package org.warmhandoff.routes.court;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts a file to a court's OpenPGP key (RFC 9580; AES-256 with integrity protection). Each time gives other bytes. */
public final class PackageEncryption {

    public static final String CONTENT_TYPE = "application/pgp-encrypted";
    public static final String SUFFIX = ".pgp";

    private final PGPPublicKey key;

    private PackageEncryption(PGPPublicKey key) {
        this.key = key;
    }

    /**
     * Reads the first key of a file that can be encrypted to at that time; armoured or not.
     *
     * @throws IOException when there is none; its message holds no path
     */
    public static PackageEncryption to(Path keyFile, Instant now) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(keyFile));
                InputStream decoded = PGPUtil.getDecoderStream(file)) {
            PGPPublicKeyRingCollection rings =
                    new PGPPublicKeyRingCollection(decoded, new BcKeyFingerprintCalculator());
            for (Iterator<PGPPublicKeyRing> all = rings.getKeyRings(); all.hasNext(); ) {
                for (PGPPublicKey key : subkeysFirst(all.next())) {
                    if (usable(key, now)) {
                        return new PackageEncryption(key);
                    }
                }
            }
        } catch (PGPException | RuntimeException e) {
            // Packets of a version or algorithm that the library does not know are unchecked failures.
            throw new IOException("the OpenPGP key file cannot be read");
        }
        throw new IOException("the OpenPGP key file holds no key to encrypt to");
    }

    /** The usual layout: the primary key signs, a subkey is for encryption. */
    private static List<PGPPublicKey> subkeysFirst(PGPPublicKeyRing ring) {
        List<PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        keys.sort((one, other) -> Boolean.compare(one.isMasterKey(), other.isMasterKey()));
        return keys;
    }

    private static boolean usable(PGPPublicKey key, Instant now) {
        Instant ends = key.getCreationTime().toInstant().plusSeconds(key.getValidSeconds());
        boolean valid = key.getValidSeconds() == 0 || now.isBefore(ends);
        return key.isEncryptionKey() && !key.hasRevocation() && valid;
    }

    /** @param name the name of the file before, which the court finds again after decryption */
    public byte[] encrypt(byte[] content, String name, Instant modified) throws IOException {
        PGPEncryptedDataGenerator encryptor =
                new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(new SecureRandom()));
        encryptor.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        byte[] literal = literal(content, name, modified);
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (OutputStream out = encryptor.open(encrypted, literal.length)) {
            out.write(literal);
        } catch (PGPException e) {
            throw new IOException("the file could not be encrypted");
        }
        return encrypted.toByteArray();
    }

    private static byte[] literal(byte[] content, String name, Instant modified) throws IOException {
        ByteArrayOutputStream literal = new ByteArrayOutputStream();
        try (OutputStream out = new PGPLiteralDataGenerator()
                .open(literal, PGPLiteralData.BINARY, name, content.length, Date.from(modified))) {
            out.write(content);
        }
        return literal.toByteArray();
    }
}
