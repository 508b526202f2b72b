package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One consent, denial or agreed restriction of a patient (42 CFR 2.26, 2.31; 45 CFR 164.508, 164.522).
 *
 * @param root the outer provision
 * @param exceptions provisions within it, with what they leave out taken over from it; each overrides it where it matches
 */
public record PatientConsent(
        String id,
        String patient,
        ConsentKind kind,
        Directive directive,
        ConsentStatus status,
        Term term,
        boolean tpoStatements,
        Provision root,
        List<Provision> exceptions) {

    public PatientConsent {
        exceptions =
                exceptions.stream().map(exception -> exception.within(root)).toList();
    }

    /** Every provision that permits, the inner ones included. */
    Stream<Provision> permissions() {
        return Stream.concat(Stream.of(root), exceptions.stream()).filter(Provision::permits);
    }

    /**
     * From when to when a consent holds.
     *
     * @param until the first instant at which it no longer holds
     * @param endsByEvent whether an event ends it
     * @param eventAt when that event occurred
     * @param revocableAfter until then a revocation has no effect (42 CFR 2.35(c))
     */
    public record Term(
            @Nullable Instant from,
            @Nullable Instant until,
            boolean endsByEvent,
            @Nullable Instant eventAt,
            @Nullable Instant revokedAt,
            @Nullable Instant revocableAfter) {}
}
