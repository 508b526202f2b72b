package org.warmhandoff.server.identity.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.warmhandoff.server.identity.token.Addresses;

/** Says where tokens are got and what is understood (SMART App Launch 2.2, conformance). */
final class SmartConfiguration extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] document;

    SmartConfiguration(Addresses addresses) throws IOException {
        ObjectNode said = JSON.createObjectNode();
        said.put("issuer", addresses.issuer());
        said.put("jwks_uri", addresses.of("/oauth2/jwks"));
        said.put("token_endpoint", addresses.tokenEndpoint());
        list(said, "token_endpoint_auth_methods_supported", "private_key_jwt");
        list(said, "token_endpoint_auth_signing_alg_values_supported", "RS384", "ES384");
        list(said, "grant_types_supported", "client_credentials");
        list(said, "scopes_supported", "system/*.cruds", "system/*.rs");
        list(said, "capabilities", "client-confidential-asymmetric", "permission-v2");
        this.document = JSON.writeValueAsBytes(said);
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
