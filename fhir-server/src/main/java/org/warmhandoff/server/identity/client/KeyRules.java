package org.warmhandoff.server.identity.client;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which keys a client may have: those that SMART's two algorithms, RS384 and ES384, are made with. */
final class KeyRules {

    private static final int SHORTEST_RSA = 2048;
    private static final int MOST = 20;

    private KeyRules() {}

    /** The set, or a refusal that quotes nothing of it. */
    static String checked(String keySet) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(keySet).getKeys();
        } catch (ParseException e) {
            throw ClientRefused.wrong("jwks: is no JSON Web Key Set");
        }
        if (keys.isEmpty() || keys.size() > MOST) {
            throw ClientRefused.wrong("jwks: must have 1 to " + MOST + " keys");
        }
        Set<String> names = new HashSet<>();
        keys.forEach(key -> check(key, names));
        return new JWKSet(keys).toString(true);
    }

    private static void check(JWK key, Set<String> names) {
        if (key.isPrivate()) {
            throw ClientRefused.wrong("jwks: holds a private key, which is for the client alone; send the public part");
        }
        boolean fits = (key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA)
                || (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_384));
        if (!fits) {
            throw ClientRefused.wrong("jwks: keys must be RSA of at least 2048 bits or EC on P-384");
        }
        if (key.getKeyID() == null || !names.add(key.getKeyID())) {
            throw ClientRefused.wrong("jwks: each key needs a kid of its own");
        }
    }
}
