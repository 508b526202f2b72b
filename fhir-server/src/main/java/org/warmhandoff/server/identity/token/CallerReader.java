package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.part2.Purpose;

/** Reads what {@link AccessTokens} writes. */
final class CallerReader {

    private CallerReader() {}

    /** @throws ParseException for claims that we do not write like that */
    static Caller caller(JWTClaimsSet claims) throws ParseException {
        try {
            return new Caller(
                    Caller.Kind.valueOf(required(claims, "kind")),
                    required(claims, "client_id"),
                    claims.getStringClaim("user"),
                    claims.getStringClaim("partner"),
                    roles(claims.getStringListClaim("roles")).stream()
                            .map(Role::of)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet()),
                    SmartScope.split(required(claims, "scope")),
                    Purpose.valueOf(required(claims, "purpose")),
                    claims.getStringClaim("patient"));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ParseException("claims of no caller", 0);
        }
    }

    private static List<String> roles(@Nullable List<String> claimed) {
        return claimed == null ? List.of() : claimed;
    }

    private static String required(JWTClaimsSet claims, String name) throws ParseException {
        return Objects.requireNonNull(claims.getStringClaim(name));
    }
}
