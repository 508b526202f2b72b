package org.warmhandoff.server.referral.notice;

import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.part2.Decision;

/**
 * The state of a referral as a record of the programme that has it: whoever wrote the Task first, what became of the
 * referral is the programme's to tell, and protected if the programme is (42 CFR 2.11, 2.12). Pure.
 */
final class StatusRecord {

    private StatusRecord() {}

    /** @param programme null when it is not known, which protects */
    static Task of(Task task, @Nullable Partner programme) {
        Task record = task.copy();
        SecurityLabels.fromSource(record, programme == null || programme.part2Program());
        return record;
    }

    /** Whether the state itself may be told, and not only that the referral arrived. */
    static boolean tells(Decision decision) {
        return decision instanceof Decision.Permit
                || (decision instanceof Decision.Redact redact
                        && redact.elements().only() == null);
    }
}
