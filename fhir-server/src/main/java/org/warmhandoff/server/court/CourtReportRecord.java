package org.warmhandoff.server.court;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.referral.ReferralRecord;

/** A report to a court as a record, of profile {@code iop-court-report}: what the gate is asked about. Pure. */
final class CourtReportRecord {

    private CourtReportRecord() {}

    /** @param programme that reports; null when it is not known, which protects */
    static Composition of(
            ReferralRecord referral, String messageId, CourtMessageType type, @Nullable Partner programme) {
        Composition report = new Composition();
        report.setId("Composition/" + messageId);
        report.getMeta().addProfile(Canonical.structureDefinition("iop-court-report"));
        report.setStatus(CompositionStatus.FINAL);
        report.setType(concept("document-type", "court-report"));
        report.addCategory(concept("court-message", type.code()));
        report.setSubject(new Reference("Patient/" + referral.ids().patient()));
        report.addEvent()
                .addDetail(new Reference("ServiceRequest/" + referral.ids().request()));
        SecurityLabels.fromSource(report, programme == null || programme.part2Program());
        return report;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(Canonical.BASE + "/CodeSystem/" + system, code, null));
    }
}
