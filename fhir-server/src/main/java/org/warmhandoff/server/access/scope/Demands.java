package org.warmhandoff.server.access.scope;

import static org.warmhandoff.server.access.scope.ScopeRules.ANY;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which rights a request needs, all of them (SMART App Launch 2.2, 3.0.2.1: what each letter stands for). What is not known
 * here needs everything.
 */
public final class Demands {

    private static final Set<Demand> NONE = Set.of();
    private static final Set<Demand> EVERYTHING = Set.of(
            Demand.all(Right.CREATE, ANY),
            Demand.all(Right.READ, ANY),
            Demand.all(Right.UPDATE, ANY),
            Demand.all(Right.DELETE, ANY),
            Demand.all(Right.SEARCH, ANY));

    /** They answer from what is published, and of codes that the caller brings. */
    private static final Set<String> TERMINOLOGY =
            Set.of("$expand", "$validate-code", "$lookup", "$translate", "$subsumes");

    private static final Map<String, Set<Demand>> OPERATIONS = Map.ofEntries(
            Map.entry("$process-message", Set.of(Demand.some(Right.CREATE, "Bundle"))),
            Map.entry("$transition", Set.of(Demand.some(Right.UPDATE, "Task"))),
            Map.entry("$court-report", Set.of(Demand.some(Right.UPDATE, "ServiceRequest"))),
            Map.entry("$revoke", Set.of(Demand.some(Right.UPDATE, "Consent"))),
            Map.entry("$end", Set.of(Demand.some(Right.UPDATE, "Consent"))),
            Map.entry("$evaluate", Set.of(Demand.all(Right.READ, ANY), Demand.all(Right.SEARCH, ANY))),
            Map.entry("$emergency-access", Set.of(Demand.some(Right.READ, "Patient"))),
            Map.entry(
                    "$disclosure-accounting",
                    Set.of(Demand.some(Right.READ, "Patient"), Demand.all(Right.READ, "AuditEvent"))),
            Map.entry("$status", Set.of(Demand.some(Right.READ, "Subscription"))),
            Map.entry("$events", Set.of(Demand.some(Right.READ, "Subscription"))),
            Map.entry("$export-poll-status", Set.of(Demand.some(Right.READ, "Group"))),
            Map.entry(
                    "$everything",
                    Set.of(
                            Demand.some(Right.READ, "Patient"),
                            Demand.all(Right.READ, ANY),
                            Demand.all(Right.SEARCH, ANY))),
            Map.entry(
                    "$member-match",
                    Set.of(Demand.all(Right.SEARCH, "Patient"), Demand.all(Right.SEARCH, "Coverage"))));

    private Demands() {}

    /** @return what must all be granted; empty when nothing need be */
    public static Set<Demand> of(Asked asked) {
        return switch (asked.interaction()) {
            case METADATA -> NONE;
            case READ, VREAD -> Set.of(Demand.some(Right.READ, asked.type()));
            // Versions of what is within a limit now may have been beyond it, and the number of them tells.
            case HISTORY_INSTANCE -> Set.of(Demand.all(Right.READ, asked.type()));
            case HISTORY_TYPE -> Set.of(Demand.all(Right.SEARCH, asked.type()));
            case HISTORY_SYSTEM, SEARCH_SYSTEM, GET_PAGE -> Set.of(
                    Demand.all(Right.READ, ANY), Demand.all(Right.SEARCH, ANY));
            case SEARCH_TYPE -> SearchDemands.of(asked);
            case CREATE -> write(Right.CREATE, asked);
            case UPDATE, PATCH -> write(Right.UPDATE, asked);
            case DELETE -> write(Right.DELETE, asked);
            // Each entry needs its own.
            case TRANSACTION, BATCH -> NONE;
            case VALIDATE -> validate(asked);
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER -> operation(asked);
            default -> EVERYTHING;
        };
    }

    /** For a Bundle that writes, beside what its entries need. */
    public static Set<Demand> ofWritingBundle() {
        return Set.of(Demand.some(Right.CREATE, "Bundle"));
    }

    private static Set<Demand> write(Right right, Asked asked) {
        Demand writes = Demand.some(right, asked.type());
        // Whether something is found tells of all there is.
        return asked.conditional() ? Set.of(writes, Demand.all(Right.SEARCH, asked.type())) : Set.of(writes);
    }

    private static Set<Demand> validate(Asked asked) {
        return asked.instance() ? Set.of(Demand.some(Right.READ, asked.type())) : NONE;
    }

    private static Set<Demand> operation(Asked asked) {
        if (TERMINOLOGY.contains(asked.name())) {
            return NONE;
        }
        return switch (asked.name()) {
            case "$validate" -> validate(asked);
            case "$note" -> Set.of(Demand.some(Right.READ, asked.type()));
            case "$relabel" -> Set.of(Demand.some(Right.UPDATE, asked.type()));
            case "$export" -> export(asked);
            default -> OPERATIONS.getOrDefault(asked.name(), EVERYTHING);
        };
    }

    /** Files hold whole types, so a limit cannot be kept (Bulk Data Access 2.0, scopes). */
    private static Set<Demand> export(Asked asked) {
        Set<Demand> demands = new LinkedHashSet<>(Set.of(Demand.some(Right.READ, "Group")));
        List<String> types = asked.query().getOrDefault("_type", List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList();
        (types.isEmpty() ? List.of(ANY) : types).forEach(type -> demands.add(Demand.all(Right.READ, type)));
        return demands;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
