package org.warmhandoff.server.disclosure.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/** Believes the header {@code X-Caller}: a partner's id, {@code nobody}, a role of the workforce; the staff client without it. */
final class HeaderCaller implements CurrentCaller, Ordered {

    static final String HEADER = "X-Caller";

    private static final Set<String> SYSTEM = Set.of("system/*.cruds");

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Optional<Caller> caller() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        String name = attributes.getRequest().getHeader(HEADER);
        if (name == null) {
            return Optional.of(new Caller(
                    Caller.Kind.STAFF, "staff", null, null, EnumSet.allOf(Role.class), SYSTEM, Purpose.TREAT, null));
        } else if (name.equals("nobody")) {
            return Optional.empty();
        }
        Optional<Role> role = Role.of(name);
        if (role.isPresent()) {
            return Optional.of(new Caller(
                    Caller.Kind.USER, "console", name, null, Set.of(role.get()), Set.of("user/*.cruds"), Purpose.TREAT, null));
        }
        Purpose purpose = name.endsWith("-health") ? Purpose.HPAYMT : Purpose.TREAT;
        return Optional.of(
                new Caller(Caller.Kind.PARTNER, name + "-client", null, name, Set.of(), SYSTEM, purpose, null));
    }
}
