package org.warmhandoff.server.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.warmhandoff.server.TestServer;

/** The filters in front of the pages, also as TLS would have them. */
class LoginDoorTest {

    private final Filter doors = TestServer.shared().bean(Filter.class, "springSecurityFilterChain");

    @Test
    void under_tls_browsers_are_told_to_stay_with_it() throws Exception {
        MockHttpServletResponse page = ask(request("GET", "/login", true));
        assertThat(page.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(ask(request("GET", "/login", false)).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void under_tls_a_visitor_gets_cookies_for_tls_alone() throws Exception {
        MockHttpServletRequest first = request("POST", "/login", true);
        assertThat(ask(first).getStatus()).isEqualTo(403);

        MockHttpServletRequest page = request("GET", "/login", true);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        doors.doFilter(page, answer, new MockFilterChain(new PageOf()));
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-warmhandoff-visit=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Strict");
    }

    @Test
    void no_session_of_the_container_is_made() throws Exception {
        MockHttpServletRequest page = request("GET", "/login", false);
        ask(page);
        assertThat(page.getSession(false)).isNull();
        MockHttpServletRequest out = request("POST", "/logout", false);
        ask(out);
        assertThat(out.getSession(false)).isNull();
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        doors.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, boolean tls) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setSecure(tls);
        return request;
    }

    /** Renders a form, as the page would. */
    private static final class PageOf extends jakarta.servlet.http.HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(
                jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response)
                throws IOException {
            Pages.write(response, 200, Pages.signIn(FormToken.of(request), "/account", ""));
        }
    }
}
