package org.warmhandoff.tests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks both servers the same. */
record Comparison(Side without, Side with) {

    private static final Pattern NEXT = Pattern.compile("\"relation\": ?\"next\",\\s*\"url\": ?\"\\{base}/?([^\"]+)\"");
    private static final int PAGES = 4;

    Findings run(List<String> principals, List<Probe> probes) {
        Findings findings = new Findings(new TreeMap<>(), new ArrayList<>());
        for (int i = 0; i < probes.size(); i++) {
            String principal = principals.get((i / Exit.values().length + i) % principals.size());
            compare(principal, probes.get(i), findings);
        }
        return findings;
    }

    private void compare(String principal, Probe probe, Findings findings) {
        Reply a = without.ask(principal, probe);
        Reply b = with.ask(principal, probe);
        String what = a.differenceTo(b);
        if (!what.isEmpty()) {
            Probe smallest = shrink(principal, probe);
            Reply other = without.ask(principal, smallest);
            String last = other.differenceTo(with.ask(principal, smallest));
            findings.count(probe.exit(), a.status(), true);
            findings.differences().add(new Difference(principal, probe, smallest, last.isEmpty() ? what : last));
            return;
        }
        findings.count(probe.exit(), a.status(), false);
        follow(principal, a, findings);
    }

    private void follow(String principal, Reply first, Findings findings) {
        Reply a = first;
        for (int page = 0; page < PAGES; page++) {
            Matcher next = NEXT.matcher(a.body());
            if (!next.find() || next.group(1).contains(Side.PAGE)) {
                return;
            }
            Probe probe = Probe.get(Exit.PAGES, next.group(1));
            a = without.ask(principal, probe);
            String what = a.differenceTo(with.ask(principal, probe));
            findings.count(Exit.PAGES, a.status(), !what.isEmpty());
            if (!what.isEmpty()) {
                findings.differences().add(new Difference(principal, probe, probe, what));
                return;
            }
        }
    }

    private boolean differs(String principal, Probe probe) {
        return !without.ask(principal, probe)
                .differenceTo(with.ask(principal, probe))
                .isEmpty();
    }

    /** Leaves out parameters and headers, one at a time, as long as the answers still differ. */
    Probe shrink(String principal, Probe probe) {
        Probe smallest = probe;
        for (int i = probe.query().size() - 1; i >= 0; i--) {
            Probe less = smallest.withQuery(except(smallest.query(), i));
            smallest = differs(principal, less) ? less : smallest;
        }
        for (int i = probe.headers().size() - 1; i >= 0; i--) {
            Probe less = smallest.withHeaders(except(smallest.headers(), i));
            smallest = differs(principal, less) ? less : smallest;
        }
        return smallest;
    }

    private static List<Probe.Pair> except(List<Probe.Pair> pairs, int index) {
        List<Probe.Pair> less = new ArrayList<>(pairs);
        less.remove(index);
        return less;
    }
}
