package org.warmhandoff.server.access.scope;

import static org.warmhandoff.server.access.scope.ScopeRules.ANY;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a search needs: hits of its type, and all of what it asks about others, for a hit tells whether the predicate held.
 * What it includes is no demand: what may not be seen is left out.
 */
final class SearchDemands {

    private static final Set<String> OF_EVERYTHING = Set.of("_filter", "_text", "_content", "_query", "_list");
    private static final String HAS = "_has";

    private final Asked asked;
    private final Set<Demand> demands = new LinkedHashSet<>();

    private SearchDemands(Asked asked) {
        this.asked = asked;
    }

    static Set<Demand> of(Asked asked) {
        SearchDemands search = new SearchDemands(asked);
        boolean counts = search.counts();
        search.demands.add(new Demand(Right.SEARCH, asked.type(), counts));
        asked.query().forEach(search::parameter);
        return search.demands;
    }

    private boolean counts() {
        return has("_summary", Set.of("count")) || has("_count", Set.of("0")) || has("_total", Set.of("accurate", "estimate"));
    }

    private boolean has(String parameter, Set<String> values) {
        return asked.query().getOrDefault(parameter, List.of()).stream()
                .anyMatch(value -> values.contains(Demands.lower(value.strip())));
    }

    private void parameter(String name, List<String> values) {
        String plain = name.split("[:.]", 2)[0];
        if (plain.equals(HAS)) {
            reverse(name);
        } else if (OF_EVERYTHING.contains(plain)) {
            demands.add(Demand.all(Right.SEARCH, ANY));
        } else if (plain.equals("_sort")) {
            for (String value : values) {
                for (String by : value.split(",")) {
                    chain(asked.type(), by.strip().replaceFirst("^-", ""));
                }
            }
        } else {
            chain(asked.type(), name);
        }
    }

    /** {@code _has:Observation:patient:code}, the last of which may be another one, or a chain. */
    private void reverse(String name) {
        String[] parts = name.split(":", 4);
        if (parts.length < 4) {
            demands.add(Demand.all(Right.SEARCH, ANY));
            return;
        }
        demands.add(Demand.all(Right.SEARCH, parts[1]));
        if (parts[3].startsWith(HAS)) {
            reverse(parts[3]);
        } else {
            chain(parts[1], parts[3]);
        }
    }

    /** {@code subject:Patient.organization.name}; a parameter that leads nowhere needs no more. */
    private void chain(String type, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return;
        }
        String[] link = path.substring(0, dot).split(":", 2);
        String rest = path.substring(dot + 1);
        Set<String> targets = link.length > 1 ? Set.of(link[1]) : asked.targets().apply(type, link[0]);
        for (String target : targets.isEmpty() ? Set.of(ANY) : targets) {
            demands.add(Demand.all(Right.SEARCH, target));
            if (rest.startsWith(HAS)) {
                reverse(rest);
            } else {
                chain(target, rest);
            }
        }
    }
}
