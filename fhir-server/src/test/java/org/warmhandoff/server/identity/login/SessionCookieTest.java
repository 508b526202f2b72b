package org.warmhandoff.server.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {

    private final SessionCookie plain = new SessionCookie("http://localhost:8080");
    private final SessionCookie behindProxy = new SessionCookie("https://hub.example");
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final String secret = SessionSecret.fresh();

    @Test
    void without_tls_it_is_kept_from_scripts_and_other_sites() {
        assertThat(written(plain)).isEqualTo("warmhandoff=" + secret + "; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void under_tls_nobody_but_this_host_sets_it_and_it_goes_nowhere_in_clear_text() {
        String wanted = "__Host-warmhandoff=" + secret + "; Path=/; Secure; HttpOnly; SameSite=Strict";
        assertThat(written(behindProxy)).isEqualTo(wanted);
        request.setSecure(true);
        assertThat(written(plain)).isEqualTo(wanted);
    }

    @Test
    void under_tls_one_without_the_prefix_is_nobodys() {
        request.setCookies(new Cookie("warmhandoff", secret));
        assertThat(plain.read(request, SessionCookie.Kind.SESSION)).hasValue(secret);
        assertThat(behindProxy.read(request, SessionCookie.Kind.SESSION)).isEmpty();
    }

    @Test
    void two_of_them_are_none_and_so_is_what_we_did_not_make() {
        request.setCookies(new Cookie("warmhandoff", secret), new Cookie("warmhandoff", SessionSecret.fresh()));
        assertThat(plain.read(request, SessionCookie.Kind.SESSION)).isEmpty();
        for (String other : List.of("", "x", secret + "x", secret.substring(1) + "'", "../" + secret.substring(3))) {
            request.setCookies(new Cookie("warmhandoff", other));
            assertThat(plain.read(request, SessionCookie.Kind.SESSION))
                    .as(other)
                    .isEmpty();
        }
    }

    private String written(SessionCookie cookie) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookie.write(request, response, SessionCookie.Kind.SESSION, secret);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
