package org.warmhandoff.server.sandbox;

import com.nimbusds.jose.jwk.JWK;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The clients of those who talk to the server by HTTP; ids and scopes are those of {@code application-sandbox.yaml}.
 *
 * @param dataDir of the server: staff sit at the same machine and sign with the key that it made for them
 */
record SandboxClients(ClientKeys keys, Path dataDir, Clock clock) {

    private static final String REFERS =
            "system/Bundle.c system/ServiceRequest.crus system/Task.crus system/Patient.crus system/Condition.crus"
                    + " system/Observation.crus system/Coverage.crus system/Consent.crus system/Practitioner.crs"
                    + " system/Subscription.crus system/Organization.rs";
    private static final String ORDERS =
            "system/Bundle.c system/ServiceRequest.crs system/Task.crs system/Patient.crs system/Organization.rs";

    Callers callers(FhirWire stranger) {
        return new Callers(
                client(stranger, "harbor-fhir", () -> keys.read("harbor"), REFERS),
                client(stranger, "county-orders", () -> keys.read("county-court"), ORDERS),
                client(stranger, "acme-data", () -> keys.read("acme-health"), "system/*.rs"),
                client(
                        stranger,
                        "staff",
                        () -> ClientKeys.of(dataDir.resolve("keys/staff.jwk.json")),
                        "system/*.cruds"));
    }

    private FhirWire client(FhirWire stranger, String id, Supplier<JWK> key, String scope) {
        return stranger.as(new TokenClient(stranger, id, key, scope, clock));
    }
}
