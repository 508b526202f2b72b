package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.part2.Provision;

/** What one recipient is to one patient, with what is on file. */
record KnownPatient(
        List<Tie> ties,
        List<CoverageSource.Span> coverages,
        List<PatientConsent> consents,
        List<CourtOrder> orders,
        @Nullable EmergencyAttestation emergency) {

    static KnownPatient read(FactSources sources, Recipient recipient, String patient) {
        PatientFile file = sources.file();
        return new KnownPatient(
                sources.ties(recipient.organisation(), patient),
                sources.coverages(recipient.organisation(), patient),
                file.consents(patient),
                file.orders(patient),
                file.emergency(patient, recipient.organisation()).orElse(null));
    }

    /** Whether the recipient may know of the patient at all. */
    boolean tied(String organisation) {
        return !ties.isEmpty()
                || !coverages.isEmpty()
                || emergency != null
                || orders.stream().anyMatch(order -> organisation.equals(order.recipient()))
                || consents.stream()
                        .flatMap(KnownPatient::provisions)
                        .anyMatch(provision ->
                                provision.permits() && provision.recipients().contains(organisation));
    }

    boolean referred() {
        return ties.stream().anyMatch(tie -> tie.kind() == Tie.Kind.REQUESTER);
    }

    boolean referredBy(String reference) {
        return ties.stream()
                .anyMatch(
                        tie -> tie.kind() == Tie.Kind.REQUESTER && tie.records().contains(reference));
    }

    /** Whether a record is of a Coverage by somebody else. */
    boolean isForeignCoverage(Facts facts) {
        String reference = facts.record().reference();
        return reference.startsWith("Coverage/")
                && coverages.stream().noneMatch(span -> reference.equals("Coverage/" + span.coverage()));
    }

    boolean coveredOn(Facts facts) {
        boolean anyTime = facts.isPerson() || facts.record().reference().startsWith("Coverage/");
        return coverages.stream().anyMatch(span -> span.counts() && (anyTime || overlaps(span, facts)));
    }

    private static boolean overlaps(CoverageSource.Span span, Facts facts) {
        var from = facts.service().from();
        var until = facts.service().until();
        return from != null
                && (span.until() == null || from.isBefore(span.until()))
                && (span.from() == null || until == null || until.isAfter(span.from()));
    }

    private static Stream<Provision> provisions(PatientConsent consent) {
        return Stream.concat(Stream.of(consent.root()), consent.exceptions().stream());
    }
}
