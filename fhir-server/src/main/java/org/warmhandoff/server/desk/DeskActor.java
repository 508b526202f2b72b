package org.warmhandoff.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Component;

/**
 * Who asks, and whether they may. Until there is authentication whoever can reach the loopback address may do all; when
 * it comes, this is the one place to ask for the rights.
 */
@Component
class DeskActor {

    enum Right {
        LIST,
        BODY,
        REPLAY,
        PARTNERS
    }

    /** The name that goes on record. */
    String allowed(HttpServletRequest request, Right right) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "loopback" : principal.getName();
    }
}
