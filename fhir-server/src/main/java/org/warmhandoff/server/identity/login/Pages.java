package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.warmhandoff.server.identity.Role;

/** The few pages that come before the console. They work without scripts. */
final class Pages {

    static final String WRONG = "That did not work. Check name and password; after several failures wait a while.";
    static final String BUSY = "Too many people sign in at the moment. Try again.";
    static final String SIGNED_OUT = "You are signed out.";

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            %s<title>%s · Warm Handoff</title>
            <link rel="stylesheet" href="/login/style.css">
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """;

    private Pages() {}

    static String signIn(FormToken token, String next, String note) {
        return frame(
                "Sign in",
                note(note) + "<form method=\"post\" action=\"/login\">\n" + hidden(token, next)
                        + field("username", "User name", "text", "username")
                        + field("password", "Password", "password", "current-password")
                        + "<button>Sign in</button>\n</form>\n");
    }

    static String password(FormToken token, String next, String note, boolean first) {
        return frame(
                "Choose a password",
                note(note)
                        + (first ? "<p>Before you go on, choose a password that only you know.</p>\n" : "")
                        + "<form method=\"post\" action=\"/account/password\">\n" + hidden(token, next)
                        + field("old", "Present password", "password", "current-password")
                        + field("wanted", "New password", "password", "new-password")
                        + field("again", "New password again", "password", "new-password")
                        + "<button>Change it</button>\n</form>\n" + signOut(token));
    }

    static String patient(FormToken token, String next, String note) {
        return frame(
                "Choose a patient",
                note(note)
                        + "<p>The app that you came from asks for the record of one patient.</p>\n"
                        + "<form method=\"post\" action=\"/account/patient\">\n" + hidden(token, next)
                        + field("patient", "Id of the patient", "text", "off")
                        + "<button>Go on</button>\n</form>\n" + signOut(token));
    }

    static String account(FormToken token, StaffSession session) {
        StringBuilder roles = new StringBuilder();
        session.roles().stream().map(Role::code).sorted().forEach(role -> roles.append("<li>")
                .append(escaped(role))
                .append("</li>\n"));
        return frame(
                "Signed in as " + session.user(),
                "<ul>\n" + roles + "</ul>\n<p><a href=\"/account/password\">Change the password</a></p>\n"
                        + signOut(token));
    }

    /** For a browser that must not be led on by an answer. */
    static String goingOn(String next) {
        return String.format(
                Locale.ROOT,
                FRAME,
                "<meta http-equiv=\"refresh\" content=\"0;url=" + escaped(next) + "\">\n",
                "One moment",
                "One moment",
                "<p><a href=\"" + escaped(next) + "\">Go on</a></p>\n");
    }

    static String tooOld() {
        return frame(
                "That page was too old",
                "<p>Nothing was done. <a href=\"/login\">Start again</a>; cookies are needed.</p>\n");
    }

    private static String frame(String title, String body) {
        return String.format(Locale.ROOT, FRAME, "", escaped(title), escaped(title), body);
    }

    private static String note(String text) {
        return text.isEmpty() ? "" : "<p class=\"note\" role=\"alert\">" + escaped(text) + "</p>\n";
    }

    private static String signOut(FormToken token) {
        return "<form method=\"post\" action=\"/logout\">\n" + token(token) + "<button>Sign out</button>\n</form>\n";
    }

    private static String hidden(FormToken token, String next) {
        return token(token) + "<input type=\"hidden\" name=\"next\" value=\"" + escaped(next) + "\">\n";
    }

    private static String token(FormToken token) {
        return "<input type=\"hidden\" name=\"" + escaped(token.parameter()) + "\" value=\"" + escaped(token.value())
                + "\">\n";
    }

    private static String field(String name, String label, String type, String autocomplete) {
        return "<label for=\"" + name + "\">" + label + "</label>\n<input id=\"" + name + "\" name=\"" + name
                + "\" type=\"" + type + "\" autocomplete=\"" + autocomplete + "\" maxlength=\"200\" required>\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    static void write(HttpServletResponse response, int status, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
