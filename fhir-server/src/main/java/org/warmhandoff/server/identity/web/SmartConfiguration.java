package org.warmhandoff.server.identity.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.warmhandoff.server.identity.token.Addresses;
import org.warmhandoff.server.identity.token.IssuerProperties;

/** Says where tokens are got and what is understood (SMART App Launch 2.2, conformance). */
final class SmartConfiguration extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] document;

    private SmartConfiguration(ObjectNode said) throws IOException {
        this.document = JSON.writeValueAsBytes(said);
    }

    /** Another server gives the tokens. */
    static SmartConfiguration elsewhere(Addresses addresses, IssuerProperties issuer) throws IOException {
        ObjectNode said = JSON.createObjectNode();
        said.put("issuer", issuer.issuer());
        said.put("jwks_uri", issuer.jwks());
        said.put("token_endpoint", issuer.tokenEndpoint());
        said.put("staff_token_endpoint", addresses.tokenEndpoint());
        list(said, "grant_types_supported", "client_credentials");
        list(said, "capabilities", "permission-v2");
        return new SmartConfiguration(said);
    }

    /** Beside what SMART wants it holds what OpenID Connect Discovery 1.0 does. @param apps whether people can sign in here, so that apps can be launched */
    static SmartConfiguration here(Addresses addresses, boolean apps) throws IOException {
        ObjectNode said = JSON.createObjectNode();
        said.put("issuer", addresses.issuer());
        said.put("jwks_uri", addresses.of("/oauth2/jwks"));
        said.put("token_endpoint", addresses.tokenEndpoint());
        said.put("introspection_endpoint", addresses.of("/oauth2/introspect"));
        said.put("revocation_endpoint", addresses.of("/oauth2/revoke"));
        list(said, "token_endpoint_auth_methods_supported", "private_key_jwt");
        list(said, "token_endpoint_auth_signing_alg_values_supported", "RS384", "ES384");
        list(said, "grant_types_supported", "client_credentials");
        list(said, "scopes_supported", "system/*.cruds", "system/*.rs");
        list(said, "capabilities", "client-confidential-asymmetric", "permission-v2");
        if (apps) {
            apps(said, addresses);
        }
        return new SmartConfiguration(said);
    }

    private static void apps(ObjectNode said, Addresses addresses) {
        said.put("authorization_endpoint", addresses.of("/oauth2/authorize"));
        list(said, "response_types_supported", "code");
        list(said, "code_challenge_methods_supported", "S256");
        list(said, "token_endpoint_auth_methods_supported", "none");
        list(said, "grant_types_supported", "authorization_code", "refresh_token");
        list(
                said,
                "scopes_supported",
                "user/*.cruds",
                "patient/*.rs",
                "launch/patient",
                "openid",
                "fhirUser",
                "offline_access",
                "online_access");
        list(said, "subject_types_supported", "public");
        list(said, "id_token_signing_alg_values_supported", "RS256");
        list(
                said,
                "capabilities",
                "launch-standalone",
                "sso-openid-connect",
                "client-public",
                "context-standalone-patient",
                "permission-offline",
                "permission-online",
                "permission-patient",
                "permission-user");
    }

    private static void list(ObjectNode said, String name, String... values) {
        List.of(values).forEach(said.withArray(name)::add);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
