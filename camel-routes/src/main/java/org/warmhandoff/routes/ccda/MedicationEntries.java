package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.warmhandoff.routes.forward.ReferralContent;

/** MedicationRequests to medication activities (2.16.840.1.113883.10.20.22.4.16): the way back of {@link MedicationsMapper}. */
final class MedicationEntries {

    private static final Map<MedicationRequestStatus, String> STATUS = Map.of(
            MedicationRequestStatus.ACTIVE, "active",
            MedicationRequestStatus.COMPLETED, "completed",
            MedicationRequestStatus.STOPPED, "aborted",
            MedicationRequestStatus.CANCELLED, "cancelled",
            MedicationRequestStatus.ONHOLD, "suspended",
            MedicationRequestStatus.ENTEREDINERROR, "nullified");

    private final ReferralContent content;
    private final CdaOut out;
    private final CdaParts parts;

    MedicationEntries(ReferralContent content, CdaOut out, CdaParts parts) {
        this.content = content;
        this.out = out;
        this.parts = parts;
    }

    void write(SectionOut sections) {
        List<MedicationRequest> all = content.all(MedicationRequest.class).stream()
                .filter(MedicationRequest::hasMedicationCodeableConcept)
                .toList();
        List<String> words = all.stream().map(MedicationEntries::words).toList();
        sections.open(
                Templates.ROOT + "2.1.1",
                "2014-06-09",
                "10160-0",
                "Medications",
                words.isEmpty() ? List.of("None known to the sender.") : words);
        all.forEach(this::entry);
        sections.close();
    }

    private static String words(MedicationRequest request) {
        String how = request.getDosageInstructionFirstRep().getText();
        return CdaParts.words(request.getMedicationCodeableConcept()) + (how == null ? "" : ": " + how);
    }

    private void entry(MedicationRequest request) {
        boolean ordered = request.getIntent() == MedicationRequestIntent.ORDER || !request.hasReportedBooleanType();
        Dosage dosage = request.getDosageInstructionFirstRep();
        out.open("entry", "typeCode", "DRIV")
                .open("substanceAdministration", "classCode", "SBADM", "moodCode", ordered ? "INT" : "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.16", "extension", "2014-06-09");
        parts.ids(request.getIdentifier());
        if (dosage.hasText()) {
            out.text("text", dosage.getText());
        }
        String status = request.hasStatus() ? STATUS.get(request.getStatus()) : null;
        if (status == null) {
            out.empty("statusCode", "nullFlavor", "UNK");
        } else {
            out.empty("statusCode", "code", status);
        }
        timing(dosage.getTiming().getRepeat());
        if (dosage.hasRoute()) {
            parts.concept("routeCode", dosage.getRoute());
        }
        dose(dosage);
        out.open("consumable").open("manufacturedProduct", "classCode", "MANU");
        out.empty("templateId", "root", Templates.ROOT + "4.23", "extension", "2014-06-09");
        out.open("manufacturedMaterial");
        parts.concept("code", request.getMedicationCodeableConcept());
        out.close().close().close();
        author(request);
        out.close().close();
    }

    private void timing(TimingRepeatComponent repeat) {
        if (repeat.getBounds() instanceof Period bounds) {
            out.open("effectiveTime", "xsi:type", "IVL_TS");
            if (bounds.hasStart()) {
                out.empty("low", "value", CdaParts.time(bounds.getStartElement()));
            }
            if (bounds.hasEnd()) {
                out.empty("high", "value", CdaParts.time(bounds.getEndElement()));
            }
            out.close();
        }
        if (repeat.hasPeriod() && repeat.hasPeriodUnit()) {
            out.open("effectiveTime", "xsi:type", "PIVL_TS", "operator", "A");
            out.empty(
                    "period",
                    "value",
                    repeat.getPeriod().toPlainString(),
                    "unit",
                    repeat.getPeriodUnit().toCode());
            out.close();
        }
    }

    private void dose(Dosage dosage) {
        boolean known = dosage.getDoseAndRateFirstRep().hasDoseQuantity()
                && dosage.getDoseAndRateFirstRep().getDoseQuantity().hasValue();
        if (known) {
            Quantity dose = dosage.getDoseAndRateFirstRep().getDoseQuantity();
            String value = dose.getValue().toPlainString();
            String unit = dose.hasCode() ? dose.getCode() : dose.getUnit();
            if (unit == null) {
                out.empty("doseQuantity", "value", value);
            } else {
                out.empty("doseQuantity", "value", value, "unit", unit);
            }
        }
    }

    private void author(MedicationRequest request) {
        content.find(request.getRequester(), Practitioner.class).ifPresent(person -> {
            out.open("author");
            if (request.hasAuthoredOn()) {
                out.empty("time", "value", CdaParts.time(request.getAuthoredOnElement()));
            } else {
                parts.unknown("time");
            }
            out.open("assignedAuthor");
            parts.ids(person.getIdentifier());
            out.open("assignedPerson");
            person.getName().forEach(parts::name);
            out.close().close().close();
        });
    }
}
