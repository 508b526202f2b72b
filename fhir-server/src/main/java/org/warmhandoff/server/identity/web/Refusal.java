package org.warmhandoff.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** 401 and 403, the same for every address, method and reason: an OperationOutcome (FHIR R4, 3.1.0.4). */
final class Refusal {

    private static final String REALM = "Bearer realm=\"warmhandoff\"";

    private Refusal() {}

    /** Somebody who opens the server in a browser is led to where people sign in. */
    static void stranger(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getMethod().equals("GET")
                && SecurityDoors.path(request).equals("/")
                && accepted != null
                && accepted.contains("text/html")) {
            response.sendRedirect("/login");
        } else {
            unknown(request, response, problem);
        }
    }

    static void unknown(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, tried ? REALM + ", error=\"invalid_token\"" : REALM);
        write(response, HttpServletResponse.SC_UNAUTHORIZED, "login", "A good bearer token is needed.");
    }

    static void forbidden(HttpServletRequest request, HttpServletResponse response, Exception problem)
            throws IOException {
        write(response, HttpServletResponse.SC_FORBIDDEN, "forbidden", "That is not for this caller.");
    }

    private static void write(HttpServletResponse response, int status, String code, String text) throws IOException {
        byte[] body = ("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code
                        + "\",\"diagnostics\":\"" + text + "\"}]}")
                .getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
