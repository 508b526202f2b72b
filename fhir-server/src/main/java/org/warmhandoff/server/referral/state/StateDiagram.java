package org.warmhandoff.server.referral.state;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.profiles.BusinessStatus;

/** Draws the table; rows that leave nearly every state become one arrow from "any open state". */
final class StateDiagram {

    static final String ANY_OPEN_LABEL = "any open state";

    private static final String ANY_OPEN = "any_open";
    private static final int MANY = 5;

    private StateDiagram() {}

    static String of(List<TransitionRow> rows) {
        Stream<String> names = Arrays.stream(BusinessStatus.values())
                .map(state -> "    state \"" + state.code() + "\" as " + id(state));
        Stream<String> start = Stream.of(
                "    state \"" + ANY_OPEN_LABEL + "\" as " + ANY_OPEN, "    [*] --> " + id(BusinessStatus.CREATED));
        Stream<String> arrows = rows.stream().flatMap(StateDiagram::arrows).distinct();
        Stream<String> ends = terminals().stream().map(state -> "    " + id(state) + " --> [*]");
        return Stream.of(Stream.of("stateDiagram-v2"), names, start, arrows, ends)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> arrows(TransitionRow row) {
        BusinessStatus to = row.to();
        String target = to == null ? ANY_OPEN : id(to);
        if (fromNearlyAnywhere(row)) {
            return Stream.of(arrow(ANY_OPEN, target, row));
        }
        return row.from().stream().sorted().map(from -> arrow(id(from), target, row));
    }

    static boolean fromNearlyAnywhere(TransitionRow row) {
        return row.from().size() > MANY;
    }

    private static String arrow(String from, String to, TransitionRow row) {
        return "    " + from + " --> " + to + " : " + row.event().code();
    }

    private static Set<BusinessStatus> terminals() {
        Set<BusinessStatus> terminals = EnumSet.allOf(BusinessStatus.class);
        terminals.removeIf(state -> !state.terminal());
        return terminals;
    }

    /** Mermaid takes a hyphen in an id for an arrow. */
    private static String id(BusinessStatus state) {
        return state.code().replace('-', '_');
    }
}
