package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.profiles.BusinessStatus.ADMITTED;
import static org.warmhandoff.profiles.BusinessStatus.CANCELLATION_REQUESTED;
import static org.warmhandoff.profiles.BusinessStatus.CANCELLED;
import static org.warmhandoff.profiles.BusinessStatus.DISCHARGE_PENDING;
import static org.warmhandoff.profiles.BusinessStatus.INTAKE_SCHEDULED;
import static org.warmhandoff.profiles.BusinessStatus.IN_TRIAGE;
import static org.warmhandoff.server.referral.state.Moves.apply;
import static org.warmhandoff.server.referral.state.Moves.outcome;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.TransitionResult.GuardFailed;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** Cancellation, and what else a move makes due. */
class CancellationTest {

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void a_wish_to_cancel_is_granted_at_once_unless_the_client_is_admitted(BusinessStatus state) {
        TransitionResult result = apply(state, Moves.complete(ReferralEvent.REQUEST_CANCEL), Moves.ALL_WELL);
        if (state.terminal() || state == CANCELLATION_REQUESTED) {
            assertThat(result).isInstanceOf(TransitionResult.Illegal.class);
            return;
        }
        boolean admitted = state == ADMITTED || state == DISCHARGE_PENDING;
        Moved moved = (Moved) result;

        assertThat(moved.followUp().isEmpty()).isEqualTo(admitted);
        assertThat(moved.effects().contains(ReferralEffect.ASK_OWNER)).isEqualTo(admitted);
        assertThat(system(ReferralEvent.CONFIRM_CANCEL, Moves.cancelledFrom(state)))
                .isEqualTo(admitted ? "NOT_ADMITTED" : "moved");
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void a_refused_cancellation_goes_back_to_where_the_referral_was(BusinessStatus state) {
        TransitionResult result = apply(
                CANCELLATION_REQUESTED, TransitionInput.of(ReferralEvent.REFUSE_CANCEL), Moves.cancelledFrom(state));
        if (state.terminal() || state == CANCELLATION_REQUESTED) {
            assertThat(result).isInstanceOfSatisfying(GuardFailed.class, failed -> assertThat(failed.guard())
                    .isEqualTo(Guard.PREVIOUS_STATE_KNOWN));
        } else {
            assertThat(result).isInstanceOfSatisfying(Moved.class, moved -> assertThat(moved.to())
                    .isEqualTo(state));
        }
    }

    @Test
    void a_cancellation_of_which_the_earlier_state_is_lost_is_for_the_owner_alone() {
        ReferralFacts lost = Moves.cancelledFrom(null);

        assertThat(outcome(CANCELLATION_REQUESTED, TransitionInput.of(ReferralEvent.REFUSE_CANCEL), lost))
                .isEqualTo("PREVIOUS_STATE_KNOWN");
        assertThat(system(ReferralEvent.CONFIRM_CANCEL, lost)).isEqualTo("NOT_ADMITTED");
        assertThat(outcome(CANCELLATION_REQUESTED, TransitionInput.of(ReferralEvent.CONFIRM_CANCEL), lost))
                .isEqualTo("moved");
    }

    @Test
    void the_stay_opens_on_admission_and_closes_whichever_way_it_ends() {
        assertThat(effects(INTAKE_SCHEDULED, ReferralEvent.ADMIT, Moves.ALL_WELL))
                .containsExactly(ReferralEffect.OPEN_EPISODE);
        assertThat(effects(DISCHARGE_PENDING, ReferralEvent.COMPLETE, Moves.ALL_WELL))
                .containsExactly(ReferralEffect.CLOSE_EPISODE);
        assertThat(effects(ADMITTED, ReferralEvent.TRANSFER, Moves.ALL_WELL))
                .containsExactlyInAnyOrder(ReferralEffect.CLOSE_EPISODE, ReferralEffect.LINK_NEXT_STEP);
        assertThat(effects(ADMITTED, ReferralEvent.WITHDRAW, Moves.ALL_WELL))
                .containsExactly(ReferralEffect.CLOSE_EPISODE);
        assertThat(effects(CANCELLATION_REQUESTED, ReferralEvent.CONFIRM_CANCEL, Moves.cancelledFrom(ADMITTED)))
                .containsExactly(ReferralEffect.CLOSE_EPISODE);
        assertThat(effects(CANCELLATION_REQUESTED, ReferralEvent.CONFIRM_CANCEL, Moves.cancelledFrom(IN_TRIAGE)))
                .isEmpty();
    }

    @Test
    void cancelled_is_where_a_confirmed_cancellation_ends() {
        assertThat(((Moved) apply(
                                CANCELLATION_REQUESTED,
                                TransitionInput.of(ReferralEvent.CONFIRM_CANCEL),
                                Moves.cancelledFrom(ADMITTED)))
                        .to())
                .isEqualTo(CANCELLED);
    }

    private static Set<ReferralEffect> effects(BusinessStatus state, ReferralEvent event, ReferralFacts facts) {
        return ((Moved) apply(state, Moves.complete(event), facts)).effects();
    }

    private static String system(ReferralEvent event, ReferralFacts facts) {
        return Moves.describe(ReferralStateMachine.apply(
                CANCELLATION_REQUESTED, ReferralActor.SYSTEM_ALONE, TransitionInput.of(event), facts));
    }
}
