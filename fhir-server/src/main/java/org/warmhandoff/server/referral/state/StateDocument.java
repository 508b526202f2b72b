package org.warmhandoff.server.referral.state;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.profiles.BusinessStatus;

/** Writes docs/referral-states.md: the picture, every row of the table and what each guard says. */
final class StateDocument {

    private static final String TEXT =
            """
            # The states of a referral

            Generated from `TransitionTable`; a test keeps it in step, so change the table and not this file.

            Every change of a referral goes through this table, whoever asks and by whatever road. `Task/$transition` takes \
            the events below except `deliver`. What no row allows is refused: an event that the state does not know, and an \
            actor that the row does not name.

            ```mermaid
            %s```

            | from | event | who | only when | to |
            |---|---|---|---|---|
            %s

            A cancellation request before admission is confirmed by the system at once; after admission the owner confirms \
            or refuses it, and a refusal leads back to the state before the request. These events need a reason: %s.

            ## What `only when` means

            | condition | refused when |
            |---|---|
            %s

            ## What a state means elsewhere

            | state | Task.status | ServiceRequest.status | RF1-1 |
            |---|---|---|---|
            %s
            """;

    private StateDocument() {}

    static String of(List<TransitionRow> rows) {
        return TEXT.formatted(
                StateDiagram.of(rows),
                lines(rows.stream().map(StateDocument::row)),
                Stream.of(ReferralEvent.values())
                        .filter(ReferralEvent::requiresReason)
                        .map(event -> "`" + event.code() + "`")
                        .collect(Collectors.joining(", ")),
                lines(Stream.of(Guard.values()).map(guard -> cells(guard.code(), guard.sentence()))),
                lines(Stream.of(BusinessStatus.values()).map(StateDocument::meaning)));
    }

    private static String row(TransitionRow row) {
        BusinessStatus to = row.to();
        return cells(
                from(row),
                row.event().code(),
                list(row.actors().stream().sorted().map(ReferralActor::code)),
                list(row.guards().stream().map(Guard::code)),
                to == null ? "the state before" : to.code());
    }

    private static String from(TransitionRow row) {
        if (!StateDiagram.fromNearlyAnywhere(row)) {
            return list(row.from().stream().sorted().map(BusinessStatus::code));
        }
        String others = list(Stream.of(BusinessStatus.values())
                .filter(state -> !state.terminal() && !row.from().contains(state))
                .map(BusinessStatus::code));
        return StateDiagram.ANY_OPEN_LABEL + (others.isEmpty() ? "" : " but " + others);
    }

    private static String meaning(BusinessStatus state) {
        return cells(
                state.code(),
                state.taskStatus().toCode(),
                state.requestStatus().toCode(),
                state.rf1().name());
    }

    private static String list(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    private static String cells(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
