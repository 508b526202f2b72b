package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page to sign in at. */
@Controller
class LoginController {

    private static final String STYLE =
            """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1f24; background: #f4f6f8; }
            main { max-width: 24rem; margin: 10vh auto; padding: 2rem; background: #fff; border: 1px solid #d0d7de;
                   border-radius: .5rem; }
            h1 { font-size: 1.25rem; margin-top: 0; }
            label { display: block; margin-top: 1rem; }
            input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; }
            button { margin-top: 1rem; padding: .5rem 1rem; font: inherit; }
            .note { padding: .5rem; border-left: .25rem solid #9a3412; background: #fff7ed; }
            @media (prefers-color-scheme: dark) {
              body { color: #e6edf3; background: #0d1117; }
              main { background: #161b22; border-color: #30363d; }
              a { color: #79c0ff; }
              .note { background: #2d1b10; }
            }
            """;

    private final Sessions sessions;

    LoginController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/login")
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(required = false) @Nullable String out)
            throws IOException {
        String to = LocalPath.of(next);
        Optional<StaffSession> session = sessions.of(request);
        if (session.isPresent()) {
            response.sendRedirect(session.get().mustChange() ? LocalPath.with("/account/password", to) : to);
        } else if (next != null && again == null && cameFromElsewhere(request)) {
            Pages.write(response, HttpServletResponse.SC_OK, Pages.goingOn(LocalPath.with("/login", to) + "&again="));
        } else {
            Pages.write(
                    response,
                    HttpServletResponse.SC_OK,
                    Pages.signIn(FormToken.of(request), to, out == null ? "" : Pages.SIGNED_OUT));
        }
    }

    /**
     * The cookie of a session is not sent when an app of elsewhere leads here. It is when a page of ours does, so one is
     * put between, in place of a cookie that other sites could have sent.
     */
    private static boolean cameFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || !(site.equals("same-origin") || site.equals("none"));
    }

    @GetMapping(path = "/login/style.css", produces = "text/css")
    @ResponseBody
    String style() {
        return STYLE;
    }
}
