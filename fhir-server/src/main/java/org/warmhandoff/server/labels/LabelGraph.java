package org.warmhandoff.server.labels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries labels along derivations until nothing rises any more. Ends because labels only add up: a cycle of records makes
 * them alike.
 */
final class LabelGraph {

    private final Map<String, Set<SecurityLabel>> labels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Derivations.Edge> edges = new ArrayList<>();

    /** A record under one of its names, with labels of its own; adds to those it is known to have. */
    void put(String name, Set<SecurityLabel> own) {
        labels.merge(name(name), LabelSets.sum(own), LabelSets::sum);
    }

    /** Another name of a record. */
    void alias(String other, String name) {
        names.put(other, name);
    }

    void add(List<Derivations.Edge> more) {
        edges.addAll(more);
    }

    /** The names that labels would come from, or go to, and of which nothing is known yet. */
    Set<String> unknown() {
        Set<String> unknown = new HashSet<>();
        edges.forEach(edge -> {
            unknown.add(name(edge.from()));
            unknown.add(name(edge.to()));
        });
        unknown.removeAll(labels.keySet());
        return unknown;
    }

    Set<SecurityLabel> of(String name) {
        return labels.getOrDefault(name(name), Set.of());
    }

    /** In time that grows with the edges alone, however they are chained: a record is looked at again only when it rose. */
    void solve() {
        Map<String, List<Derivations.Edge>> outgoing = new HashMap<>();
        edges.forEach(edge -> outgoing.computeIfAbsent(name(edge.from()), any -> new ArrayList<>())
                .add(edge));
        Deque<String> risen = new ArrayDeque<>(outgoing.keySet());
        while (!risen.isEmpty()) {
            for (Derivations.Edge edge : outgoing.getOrDefault(risen.remove(), List.of())) {
                if (pass(edge)) {
                    risen.add(name(edge.to()));
                }
            }
        }
    }

    private boolean pass(Derivations.Edge edge) {
        Set<SecurityLabel> to = of(edge.to());
        Set<SecurityLabel> passed = edge.passing().of(of(edge.from()));
        if (LabelSets.missing(passed, to).isEmpty()) {
            return false;
        }
        labels.put(name(edge.to()), LabelSets.sum(to, passed));
        return true;
    }

    private String name(String name) {
        return names.getOrDefault(name, name);
    }
}
