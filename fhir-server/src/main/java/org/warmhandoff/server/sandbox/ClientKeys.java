package org.warmhandoff.server.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;

/**
 * The keys that partners sign with when they ask for a token, in {@code <data-dir>/sandbox}: {@code <partner>.jwk.json} is
 * the partner's own, {@code <partner>.jwks.json} is what the server's configuration names. Made once and kept.
 */
record ClientKeys(Path folder) {

    /** Makes the keys of a partner that are not there yet. */
    void prepare(String partner) {
        try {
            Path own = folder.resolve(partner + ".jwk.json");
            if (!Files.exists(own)) {
                PrivateFile.write(
                        own,
                        new ECKeyGenerator(Curve.P_384)
                                .keyID(partner + "-" + LocalDate.now())
                                .generate()
                                .toJSONString());
            }
            Files.writeString(folder.resolve(partner + ".jwks.json"), new JWKSet(read(partner)).toString(true));
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException("cannot make the key of " + partner + " in " + folder, failed);
        }
    }

    /** What a partner signs with. */
    JWK read(String partner) {
        return of(folder.resolve(partner + ".jwk.json"));
    }

    /** The key in a file, whoever made it. */
    static JWK of(Path file) {
        try {
            return JWK.parse(Files.readString(file));
        } catch (IOException | ParseException failed) {
            throw new IllegalStateException("cannot read the key in " + file, failed);
        }
    }
}
