package org.warmhandoff.server.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.intake.Dialect;

/**
 * A row of the register: what the workflow must know of a referral without reading FHIR.
 *
 * @param requester partner id of the sender
 * @param placer the sender's referral number
 * @param owner partner id of the programme
 * @param dialect in which it came, and in which the sender hears of it
 * @param replyTo what an answer repeats of the message that brought it, such as {@code controlId}
 * @param created {@code Type/id/_history/n} of every resource that the message became
 * @param withheld whether the requester was last told less than there was, for want of a consent
 */
public record ReferralRecord(
        Ids ids,
        String requester,
        String placer,
        String owner,
        Dialect dialect,
        Map<String, String> replyTo,
        List<String> created,
        BusinessStatus state,
        boolean withheld,
        Missed missed,
        @Nullable Instant expiresAt) {

    /** Ids, without their types, of the Task, the ServiceRequest and the Patient. */
    public record Ids(String task, String request, String patient) {}

    /** Intake appointments that were missed. */
    public record Missed(int count, @Nullable Instant first) {
        public static final Missed NONE = new Missed(0, null);
    }

    /** Whether it came as an order in an XDM package, which is answered in kind (IHE PCC 360X). */
    public boolean orderedInPackage() {
        return dialect == Dialect.CCDA && CcdaReferralReader.ORDER.equals(replyTo.get("messageType"));
    }

    public ReferralRecord {
        replyTo = Map.copyOf(replyTo);
        created = List.copyOf(created);
    }
}
