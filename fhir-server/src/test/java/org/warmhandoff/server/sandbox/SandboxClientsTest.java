package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the partners of the sandbox ask for is what its configuration gives them, neither more nor less. */
class SandboxClientsTest {

    private static final Pattern ASSERTION = Pattern.compile("client_assertion=([^&]+)");
    private static final Pattern SCOPE = Pattern.compile("scope=([^&]+)");

    @TempDir
    private Path dataDir;

    @Test
    void ids_keys_and_scopes_are_those_of_the_configuration() throws Exception {
        SandboxKeys keys = SandboxKeys.prepare(dataDir);
        Map<String, String> asked = new HashMap<>();
        for (String partner : new String[] {"harbor", "county-court", "acme-health"}) {
            try (FakeHub hub = new FakeHub()) {
                hub.on("GET .well-known/smart-configuration", 200, "{\"token_endpoint\":\"http://hub/oauth2/token\"}")
                        .on("POST /oauth2/token", 200, "{\"access_token\":\"t\",\"expires_in\":300}");
                Callers callers = new SandboxClients(keys.clients(), dataDir, Clock.systemUTC())
                        .callers(new FhirWire(hub.base()));
                wire(callers, partner).token(Deadline.in(Duration.ofSeconds(5)));
                String form = hub.heard("POST /oauth2/token").body();
                SignedJWT assertion = SignedJWT.parse(field(form, ASSERTION));
                asked.put(assertion.getJWTClaimsSet().getIssuer(), field(form, SCOPE));
                assertThat(keys.clients().read(partner).getKeyID())
                        .isEqualTo(assertion.getHeader().getKeyID());
            }
        }
        assertThat(asked).isEqualTo(configured());
    }

    private static FhirWire wire(Callers callers, String partner) {
        return switch (partner) {
            case "harbor" -> callers.harbor();
            case "county-court" -> callers.court();
            default -> callers.acme();
        };
    }

    private static Map<String, String> configured() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application-sandbox.yaml"));
        Properties properties = yaml.getObject();
        Map<String, String> found = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".client.id"))
                .forEach(name -> found.put(
                        properties.getProperty(name), properties.getProperty(name.replace(".id", ".scopes"))));
        return found;
    }

    private static String field(String form, Pattern field) {
        var found = field.matcher(form);
        assertThat(found.find()).as(form).isTrue();
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }
}
