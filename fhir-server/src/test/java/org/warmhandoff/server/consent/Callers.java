package org.warmhandoff.server.consent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/** Who might ask. */
final class Callers {

    static final Caller STAFF = new Caller(
            Caller.Kind.STAFF, "staff", null, null, EnumSet.allOf(Role.class), Set.of(), Purpose.TREAT, null);

    private Callers() {}

    static Caller user(String name, Role... roles) {
        return new Caller(Caller.Kind.USER, "console", name, null, Set.of(roles), Set.of(), Purpose.TREAT, null);
    }

    static Caller partner(String id) {
        return new Caller(Caller.Kind.PARTNER, id + "-ehr", null, id, Set.of(), Set.of(), Purpose.TREAT, null);
    }

    static Workforce workforce(Caller caller) {
        return new Workforce(provider(CurrentCaller.class, () -> Optional.of(caller)));
    }

    static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return new StaticListableBeanFactory(Map.of("only", bean)).getBeanProvider(type);
    }
}
