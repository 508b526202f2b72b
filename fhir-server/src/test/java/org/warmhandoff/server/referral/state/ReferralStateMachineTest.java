package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.TransitionResult.Forbidden;
import org.warmhandoff.server.referral.state.TransitionResult.Illegal;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** The machine against a table that was written without it. */
class ReferralStateMachineTest {

    /** In the table file: back to where the referral was. */
    private static final String PREVIOUS = "previous";

    private static final Map<String, String> MOVES = new HashMap<>();

    @BeforeAll
    static void read_the_independent_table() throws IOException {
        try (InputStream file = ReferralStateMachineTest.class.getResourceAsStream("referral-transitions.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("from,"))
                    .map(line -> line.split(","))
                    .forEach(cell -> assertThat(MOVES.put(key(cell[0], cell[1], cell[2]), cell[3]))
                            .as("line given twice: %s", List.of(cell))
                            .isNull());
        }
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void every_event_of_every_actor_does_what_the_independent_table_says(BusinessStatus state) {
        List<String> differences = new ArrayList<>();
        for (ReferralEvent event : ReferralEvent.values()) {
            for (ReferralActor actor : ReferralActor.values()) {
                String is = outcome(state, event, actor);
                String expected = expected(state, event, actor);
                if (!is.equals(expected)) {
                    differences.add(key(state.code(), event.code(), actor.code()) + ": " + is + ", not " + expected);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void every_line_of_the_independent_table_names_things_that_exist() {
        List<String> keys = Stream.of(BusinessStatus.values())
                .flatMap(state -> Stream.of(ReferralEvent.values()).flatMap(event -> Stream.of(ReferralActor.values())
                        .map(actor -> key(state.code(), event.code(), actor.code()))))
                .toList();

        assertThat(keys).hasSize(20 * 24 * 5).containsAll(MOVES.keySet());
    }

    @Test
    void the_independent_table_reaches_every_state() {
        List<String> states =
                Stream.of(BusinessStatus.values()).map(BusinessStatus::code).toList();

        assertThat(MOVES.values()).containsAll(states.subList(1, states.size()));
    }

    @ParameterizedTest
    @MethodSource("terminalStates")
    void nothing_leaves_a_terminal_state_whoever_asks(BusinessStatus state) {
        for (ReferralEvent event : ReferralEvent.values()) {
            assertThat(ReferralStateMachine.apply(
                            state, Set.of(ReferralActor.values()), Moves.complete(event), Moves.ALL_WELL))
                    .isInstanceOfSatisfying(Illegal.class, illegal -> assertThat(illegal.sentence())
                            .endsWith("No event is legal."));
        }
    }

    static Stream<BusinessStatus> terminalStates() {
        return Stream.of(BusinessStatus.values()).filter(BusinessStatus::terminal);
    }

    @Test
    void staff_does_what_owner_requester_and_privacy_officer_may_but_not_what_only_the_system_may() {
        assertThat(outcome(BusinessStatus.IN_TRIAGE, ReferralEvent.ACCEPT, ReferralActor.STAFF))
                .isEqualTo("accepted");
        assertThat(outcome(BusinessStatus.INFO_REQUESTED, ReferralEvent.ANSWER_INFO, ReferralActor.STAFF))
                .isEqualTo("in-triage");
        assertThat(outcome(BusinessStatus.ADMITTED, ReferralEvent.WITHDRAW, ReferralActor.STAFF))
                .isEqualTo("cancelled");
        assertThat(outcome(BusinessStatus.CREATED, ReferralEvent.EXPIRE, ReferralActor.STAFF))
                .isEqualTo("Forbidden");
    }

    @Test
    void an_illegal_event_is_told_what_the_caller_may_do_instead() {
        TransitionResult result = ReferralStateMachine.apply(
                BusinessStatus.DELIVERED, ReferralActor.STAFF, Moves.complete(ReferralEvent.ADMIT), ReferralFacts.NONE);

        assertThat(result).isInstanceOfSatisfying(Illegal.class, illegal -> {
            assertThat(illegal.legal())
                    .containsExactly(ReferralEvent.CLAIM, ReferralEvent.REQUEST_CANCEL, ReferralEvent.WITHDRAW);
            assertThat(illegal.sentence())
                    .isEqualTo("Event admit is not legal in state delivered. Legal events: claim, request-cancel,"
                            + " withdraw.");
        });
    }

    @Test
    void a_court_that_requested_cannot_move_a_clinical_state_and_is_told_who_can() {
        TransitionResult result = ReferralStateMachine.apply(
                BusinessStatus.IN_TRIAGE,
                Set.of(ReferralActor.REQUESTER),
                Moves.complete(ReferralEvent.ACCEPT),
                Moves.ALL_WELL);

        assertThat(result).isInstanceOfSatisfying(Forbidden.class, forbidden -> {
            assertThat(forbidden.allowed()).containsExactly(ReferralActor.OWNER);
            assertThat(forbidden.sentence()).contains("is for owner only").contains("Legal events: request-cancel.");
        });
    }

    private static String expected(BusinessStatus state, ReferralEvent event, ReferralActor actor) {
        String to = MOVES.get(key(state.code(), event.code(), actor.code()));
        if (to != null) {
            return to;
        }
        boolean othersMay = Stream.of(ReferralActor.values())
                .anyMatch(other -> MOVES.containsKey(key(state.code(), event.code(), other.code())));
        return othersMay ? "Forbidden" : "Illegal";
    }

    private static String outcome(BusinessStatus state, ReferralEvent event, ReferralActor actor) {
        return outcome(state, event, Set.of(actor));
    }

    private static String outcome(BusinessStatus state, ReferralEvent event, Set<ReferralActor> actors) {
        // A state that no row of the table leads to from here, so that going back cannot be mistaken for it.
        ReferralFacts facts = Moves.cancelledFrom(BusinessStatus.WAITLISTED);
        TransitionResult result = ReferralStateMachine.apply(state, actors, Moves.complete(event), facts);
        if (result instanceof Moved moved) {
            return event == ReferralEvent.REFUSE_CANCEL && moved.to() == BusinessStatus.WAITLISTED
                    ? PREVIOUS
                    : moved.to().code();
        }
        return result.getClass().getSimpleName();
    }

    private static String key(String state, String event, String actor) {
        return state + "," + event + "," + actor;
    }
}
