package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageEncryptionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:30:05Z");
    private static final byte[] CONTENT = "Quillfeather F11.21".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private BcPGPKeyPair pair;
    private Path armoured;

    @BeforeEach
    void make_a_key() throws Exception {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 80));
        pair = new BcPGPKeyPair(
                PGPPublicKey.RSA_GENERAL, generator.generateKeyPair(), Date.from(NOW.minusSeconds(3600)));
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "clerk@court.example",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new BcPGPContentSignerBuilder(PGPPublicKey.RSA_GENERAL, HashAlgorithmTags.SHA256),
                null);
        armoured = folder.resolve("court.asc");
        try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(armoured))) {
            ring.generatePublicKeyRing().encode(out);
        }
    }

    @Test
    void only_the_court_can_read_it_and_finds_the_name() throws Exception {
        byte[] encrypted = PackageEncryption.to(armoured, NOW).encrypt(CONTENT, "package.zip", NOW);

        assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("Quillfeather");
        PGPEncryptedDataList list =
                (PGPEncryptedDataList) new BcPGPObjectFactory(new ByteArrayInputStream(encrypted)).nextObject();
        PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) list.get(0);
        InputStream clear = data.getDataStream(new BcPublicKeyDataDecryptorFactory(pair.getPrivateKey()));
        PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
        assertThat(literal.getFileName()).isEqualTo("package.zip");
        assertThat(literal.getInputStream().readAllBytes()).isEqualTo(CONTENT);
        clear.transferTo(OutputStream.nullOutputStream());
        assertThat(data.verify()).isTrue();
    }

    @Test
    void a_file_without_a_key_is_refused_without_its_name() throws IOException {
        Path empty = Files.writeString(folder.resolve("secret-name.asc"), "no key");

        assertThatThrownBy(() -> PackageEncryption.to(empty, NOW))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("secret-name");
    }
}
