package org.warmhandoff.routes.hl7v2.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** NTE: what the sender noted, what has no segment of its own in words, and how much is left out. */
final class NotePrinter {

    /** What a message can say, in segments or in words. */
    private static final Set<String> TOLD = Set.of(
            "ServiceRequest",
            "Task",
            "Patient",
            "RelatedPerson",
            "Account",
            "Coverage",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "CareTeam",
            "Condition",
            "AllergyIntolerance",
            "Procedure",
            "MedicationRequest",
            "DiagnosticReport",
            "Observation",
            "DocumentReference",
            "Binary",
            "Encounter",
            "Location",
            "Provenance");

    private NotePrinter() {}

    static String print(ForwardedReferral referral, boolean whole) {
        ReferralContent content = referral.content();
        List<String> notes = new ArrayList<>();
        (whole ? content.request().getNote() : content.task().getNote())
                .forEach(note -> notes.add(Er7Codes.text(note.getText())));
        if (whole) {
            level(content, notes);
            content.all(MedicationRequest.class).forEach(medication -> notes.add(medication(medication)));
            content.all(Condition.class).stream()
                    .filter(condition -> !ClinicalPrinter.isDiagnosis(condition))
                    .forEach(condition -> notes.add(
                            "Problem: " + Er7Codes.words(condition.getCode()) + status(condition.getClinicalStatus())));
            content.all(AllergyIntolerance.class).stream()
                    .filter(allergy -> !ClinicalPrinter.isPresent(allergy))
                    .forEach(allergy -> notes.add(
                            "Allergy: " + Er7Codes.words(allergy.getCode()) + status(allergy.getClinicalStatus())));
            leftOut(content, notes);
        }
        return Er7Carriage.notes(referral.carriage()) + print(Er7Carriage.count(referral.carriage()), notes);
    }

    private static String print(int before, List<String> notes) {
        StringBuilder out = new StringBuilder();
        int ordinal = before;
        for (String note : notes) {
            out.append(note(++ordinal, note));
        }
        return out.toString();
    }

    static String note(int ordinal, String text) {
        return Er7Printer.segment("NTE", Integer.toString(ordinal), "", Er7Printer.components(text));
    }

    static String notes(List<Annotation> annotations) {
        return print(
                0,
                annotations.stream().map(note -> Er7Codes.text(note.getText())).toList());
    }

    private static void level(ReferralContent content, List<String> notes) {
        Extension level = content.request().getExtensionByUrl(Canonical.structureDefinition("requested-asam-level"));
        if (level != null && level.getValue() instanceof CodeableConcept concept) {
            notes.add("Requested level of care (ASAM): " + Er7Codes.words(concept));
        }
    }

    private static String medication(MedicationRequest medication) {
        String name = medication.hasMedicationCodeableConcept()
                ? Er7Codes.words(medication.getMedicationCodeableConcept())
                : Er7Codes.text(medication.getMedicationReference().getDisplay());
        String how = medication.getDosageInstruction().stream()
                .map(NotePrinter::dosage)
                .filter(dosage -> !dosage.isEmpty())
                .collect(Collectors.joining("; "));
        String status = medication.hasStatus() ? " (" + medication.getStatus().toCode() + ")" : "";
        return "Medication: " + name + (how.isEmpty() ? "" : ": " + how) + status;
    }

    private static String dosage(Dosage dosage) {
        if (dosage.hasText()) {
            return dosage.getText();
        }
        var dose = dosage.getDoseAndRateFirstRep();
        return dose.hasDoseQuantity() && dose.getDoseQuantity().hasValue()
                ? (dose.getDoseQuantity().getValue().toPlainString() + " "
                                + Er7Codes.text(dose.getDoseQuantity().getUnit()))
                        .strip()
                : "";
    }

    private static String status(CodeableConcept status) {
        return " (" + Er7Codes.words(status) + ")";
    }

    private static void leftOut(ReferralContent content, List<String> notes) {
        String left = content.counts().entrySet().stream()
                .filter(count -> !TOLD.contains(count.getKey()))
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            notes.add("Not in this message, ask the sender: " + left + ".");
        }
    }
}
