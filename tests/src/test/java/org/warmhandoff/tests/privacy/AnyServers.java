package org.warmhandoff.tests.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two servers of whatever make, named by properties: {@code privacy.a}, {@code privacy.b} (FHIR bases), {@code privacy.tokenA},
 * {@code privacy.tokenB} (who is tested), {@code privacy.overseerA}, {@code privacy.overseerB} (who sees all), and as transaction
 * Bundles to begin with {@code privacy.visible} (for both) and {@code privacy.withheld} (for b).
 */
record AnyServers(Side a, Side b) {

    static final String TESTED = "tested";
    static final String OVERSEER = "overseer";

    static boolean named() {
        return System.getProperty("privacy.a") != null;
    }

    static AnyServers ofProperties() {
        AnyServers servers = new AnyServers(side("A"), side("B"));
        load(servers.a(), "privacy.visible");
        load(servers.b(), "privacy.visible");
        load(servers.b(), "privacy.withheld");
        return servers;
    }

    private static Side side(String which) {
        String base = System.getProperty("privacy." + which.toLowerCase(java.util.Locale.ROOT));
        String tested = System.getProperty("privacy.token" + which, "");
        String overseer = System.getProperty("privacy.overseer" + which, tested);
        return new Side(base, principal -> principal.equals(OVERSEER) ? overseer : tested, "none", false);
    }

    private static void load(Side side, String property) {
        String file = System.getProperty(property);
        if (file == null) {
            return;
        }
        try {
            String bundle = Files.readString(Path.of(file));
            HttpResponse<String> answer = side.raw(OVERSEER, Probe.send(Exit.TRANSACTION, "POST", "", bundle));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(file + ": HTTP " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
