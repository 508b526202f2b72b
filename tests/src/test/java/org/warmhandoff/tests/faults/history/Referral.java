package org.warmhandoff.tests.faults.history;

import java.util.List;

/**
 * A referral as the server has it at the end.
 *
 * @param task id of the Task
 * @param parts how many of Task, ServiceRequest and Patient are there
 * @param states of the versions of the Task, oldest first
 */
public record Referral(String requester, String placer, String task, int parts, List<String> states) {

    public static final int WHOLE = 3;

    public Referral {
        states = List.copyOf(states);
    }

    /** Each state once for each stay in it. */
    public List<String> steps() {
        return Runs.collapsed(states);
    }
}
