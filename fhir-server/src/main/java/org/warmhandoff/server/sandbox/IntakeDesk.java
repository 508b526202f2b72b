package org.warmhandoff.server.sandbox;

import java.util.Map;

/** The whole intake of one client in one go: claim, accept, intake appointment, admission. */
final class IntakeDesk {

    private IntakeDesk() {}

    static Evidence takeIn(IopStaff staff, Referral referral, Deadline limit) throws Exception {
        staff.move(referral, "claim", Map.of(), limit);
        staff.move(referral, "accept", Map.of(), limit);
        staff.scheduleIntake(referral, limit);
        String state = staff.admit(referral, limit);
        if (!state.equals("admitted")) {
            throw new HopFailure(referral.task() + " in state admitted", state);
        }
        return new Evidence(
                "admitted, " + IopStaff.brief(referral.task()),
                "claim, accept, schedule-intake, admit; " + referral.episode() + " active");
    }
}
