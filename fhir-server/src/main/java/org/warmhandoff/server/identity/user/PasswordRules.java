package org.warmhandoff.server.identity.user;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which passwords people may choose: long ones that are not easily guessed, of any characters (NIST SP 800-63B, 3.1.1.2). */
@Component
public class PasswordRules {

    private static final int FEWEST_DIFFERENT = 6;

    /** What is left of the usual ones when digits and signs are taken away. */
    private static final Set<String> USUAL = Set.of(
            "",
            "abc",
            "abcdefghijkl",
            "admin",
            "administrator",
            "changeme",
            "hospital",
            "iloveyou",
            "letmein",
            "password",
            "passwordpassword",
            "passw",
            "passwd",
            "passwrd",
            "pssword",
            "psswrd",
            "pw",
            "qwerty",
            "qwertyuiop",
            "qwertz",
            "secret",
            "spring",
            "summer",
            "autumn",
            "winter",
            "test",
            "user",
            "warmhandoff",
            "welcome",
            "qazwsxedc",
            "zaqxsw",
            "asdfghjkl",
            "therapist",
            "psychiatrist",
            "intake");

    private final int shortest;

    PasswordRules(LoginProperties properties) {
        this.shortest = properties.passwordLength();
    }

    /** What is wrong with it, in a sentence. */
    public Optional<String> fault(String password, String user, String old) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < shortest) {
            return Optional.of("A password has at least " + shortest + " characters.");
        } else if (password.length() > Passwords.LONGEST) {
            return Optional.of("A password has at most " + Passwords.LONGEST + " characters.");
        } else if (password.equals(old)) {
            return Optional.of("That is the old password.");
        } else if (plain.contains(user) && password.length() < shortest + user.length()) {
            return Optional.of("Your name is most of that password.");
        } else if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || USUAL.contains(plain.replaceAll("[^\\p{L}]", ""))
                || "abcdefghijklmnopqrstuvwxyz0123456789".contains(plain)) {
            return Optional.of("That password is too easy to guess.");
        }
        return Optional.empty();
    }
}
