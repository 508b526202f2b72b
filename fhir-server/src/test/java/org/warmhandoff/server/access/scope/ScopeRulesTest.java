package org.warmhandoff.server.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Caller.Kind;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/** The rules against a second reading of SMART App Launch 2.2, over every scope of a small world and many sets of them. */
class ScopeRulesTest {

    private static final List<String> CONTEXTS = List.of("system", "user", "patient");
    private static final List<String> TYPES = List.of("*", "Patient", "Observation");
    private static final List<String> ASKED = List.of("*", "Patient", "Observation", "Task");
    private static final List<String> QUERIES = List.of("", "category=lab", "_id=1");
    private static final String LETTERS = "cruds";

    /** What roles may, of the types above; written down once more, by hand. */
    private static final Map<Role, Map<String, String>> BOUNDS = Map.of(
            Role.INTAKE, Map.of("*", "rs", "Patient", "crus", "Observation", "crus", "Task", "crus"),
            Role.THERAPIST, Map.of("*", "rs", "Patient", "crus", "Observation", "cruds", "Task", "crus"),
            Role.PSYCHIATRIST, Map.of("*", "rs", "Patient", "crus", "Observation", "cruds", "Task", "crus"),
            Role.PRIVACY_OFFICER, Map.of("*", "rus", "Patient", "rus", "Observation", "rus", "Task", "crus"),
            Role.INTERFACE_ENGINEER, Map.of(),
            Role.ADMIN, Map.of());

    /** A scope in parts, so that no parser is needed to know what it means. */
    private record Part(String context, String type, String letters, String query) {

        String text() {
            return context + "/" + type + "." + letters + (query.isEmpty() ? "" : "?" + query);
        }
    }

    private static Caller caller(Kind kind, Set<Role> roles, List<Part> parts, @Nullable String patient) {
        return new Caller(
                kind,
                "client",
                kind == Kind.USER ? "robin" : null,
                kind == Kind.PARTNER ? "mercy" : null,
                roles,
                parts.stream().map(Part::text).collect(Collectors.toSet()),
                Purpose.TREAT,
                patient);
    }

    private static Reach oracle(Caller caller, List<Part> parts, char letter, String type) {
        Set<Limit> limits = new LinkedHashSet<>();
        for (Part part : parts) {
            boolean named = part.type().equals("*") || part.type().equals(type);
            boolean lettered = part.letters().contains(String.valueOf(letter));
            boolean person = !part.context().equals("system");
            boolean ofKind = person == (caller.kind() == Kind.USER);
            boolean launched = !part.context().equals("patient") || caller.patient() != null;
            boolean bound = !person
                    || caller.roles().stream()
                            .anyMatch(role ->
                                    BOUNDS.get(role).getOrDefault(type, "").contains("" + letter));
            if (named && lettered && ofKind && launched && bound) {
                limits.add(new Limit(part.query(), part.context().equals("patient") ? caller.patient() : null));
            }
        }
        return limits.isEmpty()
                ? new Reach.Nothing()
                : limits.contains(new Limit("", null)) ? new Reach.Whole() : new Reach.Within(limits);
    }

    private static void check(Caller caller, List<Part> parts) {
        ScopeRules rules = ScopeRules.of(caller);
        for (String type : ASKED) {
            for (int i = 0; i < LETTERS.length(); i++) {
                Reach expected = oracle(caller, parts, LETTERS.charAt(i), type);
                assertThat(rules.reach(Right.values()[i], type))
                        .as("%s %s of %s with %s", caller.kind(), Right.values()[i], type, caller.scopes())
                        .isEqualTo(expected);
            }
        }
    }

    private static List<Part> all() {
        List<Part> all = new ArrayList<>();
        for (String context : CONTEXTS) {
            for (String type : TYPES) {
                for (int bits = 1; bits < 1 << LETTERS.length(); bits++) {
                    StringBuilder letters = new StringBuilder();
                    for (int i = 0; i < LETTERS.length(); i++) {
                        if ((bits & 1 << i) != 0) {
                            letters.append(LETTERS.charAt(i));
                        }
                    }
                    for (String query : QUERIES) {
                        all.add(new Part(context, type, letters.toString(), query));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void every_scope_alone_means_what_the_norm_says() {
        for (Part part : all()) {
            for (Kind kind : Kind.values()) {
                for (Role role : Role.values()) {
                    Set<Role> roles = kind == Kind.USER ? Set.of(role) : Set.of();
                    check(caller(kind, roles, List.of(part), null), List.of(part));
                    check(caller(kind, roles, List.of(part), "p1"), List.of(part));
                }
            }
        }
    }

    @Test
    void sets_of_scopes_and_roles_mean_their_union() {
        Random random = new Random(42);
        List<Part> all = all();
        for (int i = 0; i < 20_000; i++) {
            List<Part> parts = new ArrayList<>();
            for (int n = random.nextInt(5); n >= 0; n--) {
                parts.add(all.get(random.nextInt(all.size())));
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (random.nextInt(3) == 0) {
                    roles.add(role);
                }
            }
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            check(caller(kind, roles, parts, random.nextBoolean() ? "p1" : null), parts);
        }
    }

    @Test
    void another_scope_never_takes_anything_away() {
        Random random = new Random(43);
        List<Part> all = all();
        for (int i = 0; i < 5_000; i++) {
            Part one = all.get(random.nextInt(all.size()));
            Part more = all.get(random.nextInt(all.size()));
            ScopeRules less = ScopeRules.of(caller(Kind.STAFF, Set.of(), List.of(one), null));
            ScopeRules both = ScopeRules.of(caller(Kind.STAFF, Set.of(), List.of(one, more), null));
            for (String type : ASKED) {
                for (Right right : Right.values()) {
                    for (boolean whole : new boolean[] {true, false}) {
                        Demand demand = new Demand(right, type, whole);
                        if (less.allow(demand)) {
                            assertThat(both.allow(demand))
                                    .as("%s with %s and %s", demand, one, more)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void no_scope_and_nonsense_grant_nothing() {
        for (String scope : List.of("", "openid", "launch/patient", "system/Patient", "system/patient.r", "*/*.*")) {
            Caller caller = new Caller(
                    Kind.STAFF, "c", null, null, EnumSet.allOf(Role.class), Set.of(scope), Purpose.TREAT, null);
            for (Right right : Right.values()) {
                assertThat(ScopeRules.of(caller).reach(right, "Patient")).isInstanceOf(Reach.Nothing.class);
            }
            assertThat(ScopeRules.of(caller).reach(Right.READ, "ValueSet")).isInstanceOf(Reach.Whole.class);
            assertThat(ScopeRules.of(caller).reach(Right.CREATE, "ValueSet")).isInstanceOf(Reach.Nothing.class);
            assertThat(ScopeRules.of(caller).seeAll()).isFalse();
        }
    }
}
