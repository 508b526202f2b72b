package org.warmhandoff.server.ledger;

import java.util.Date;
import java.util.Map;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.part2.Obligation;

/**
 * An entry as AuditEvent: a disclosure after IHE BALP's PrivacyDisclosure.Source (profile {@code iop-disclosure-audit}), a
 * denial as a security alert (DICOM 110113).
 */
final class AuditEventWriter {

    static final String ID_PREFIX = "ledger-";
    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String HUB = "Warm Handoff";
    /** Those that the guide has a code for. */
    private static final Map<Obligation, String> OBLIGATIONS = Map.of(
            Obligation.NOTICE, "notice",
            Obligation.COPY_OF_CONSENT, "consent-copy",
            Obligation.LABELS, "labels",
            Obligation.LOG, "log",
            Obligation.MINIMUM_NECESSARY, "minimum-necessary",
            Obligation.ACCOUNTING, "accounting",
            Obligation.EMERGENCY_RECORD, "emergency-record",
            Obligation.REDACT, "redact",
            Obligation.TWO_PERSON_RELEASE, "two-person");

    private final RecipientNames names;

    AuditEventWriter(RecipientNames names) {
        this.names = names;
    }

    AuditEvent write(LedgerReader.Found found) {
        LedgerEntry entry = found.entry();
        boolean denied = entry.outcome() == LedgerEntry.Outcome.DENY;
        AuditEvent event = new AuditEvent();
        event.setId(ID_PREFIX + found.id());
        event.setType(new Coding(DCM, denied ? "110113" : "110106", denied ? "Security Alert" : "Export"));
        event.setAction(AuditEventAction.R);
        event.setRecorded(Date.from(entry.at()));
        event.setOutcome(denied ? AuditEventOutcome._4 : AuditEventOutcome._0);
        if (!denied) {
            event.addSubtype(new Coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", null));
        }
        if (!denied && !entry.patient().isEmpty()) {
            event.getMeta().addProfile(Canonical.structureDefinition("iop-disclosure-audit"));
        }
        event.addPurposeOfEvent(new CodeableConcept(new Coding(
                "http://terminology.hl7.org/CodeSystem/v3-ActReason",
                entry.purpose().name(),
                null)));
        event.getSource().setObserver(new Reference().setDisplay(HUB));
        ground(event, entry.ground());
        agents(event, entry.recipient());
        entities(event, entry);
        return event;
    }

    private static void ground(AuditEvent event, LedgerEntry.Ground ground) {
        event.addExtension(Canonical.structureDefinition("decision-rule"), new CodeType(ground.rule()));
        ground.obligations().stream()
                .sorted()
                .filter(OBLIGATIONS::containsKey)
                .forEach(due -> event.addExtension(
                        Canonical.structureDefinition("obligations"), new CodeType(OBLIGATIONS.get(due))));
        event.setOutcomeDesc(ground.law());
    }

    private void agents(AuditEvent event, LedgerEntry.Recipient recipient) {
        event.addAgent()
                .setType(new CodeableConcept(new Coding(DCM, "110153", "Source Role ID")))
                .setRequestor(false)
                .setWho(new Reference().setDisplay(HUB));
        Reference who = new Reference().setDisplay(names.of(recipient.organisation()));
        who.getIdentifier().setSystem(Canonical.PARTNER).setValue(recipient.organisation());
        event.addAgent()
                .setType(new CodeableConcept(new Coding(DCM, "110152", "Destination Role ID")))
                .setRequestor(true)
                .setWho(who)
                .setAltId(recipient.person());
    }

    private static void entities(AuditEvent event, LedgerEntry entry) {
        if (!entry.patient().isEmpty()) {
            event.addEntity()
                    .setWhat(new Reference(typed("Patient", entry.patient())))
                    .setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1", "Person"))
                    .setRole(new Coding("http://terminology.hl7.org/CodeSystem/object-role", "1", "Patient"));
        }
        String consent = entry.ground().consent();
        if (consent != null) {
            event.addEntity()
                    .setWhat(new Reference(typed("Consent", consent)))
                    .setType(new Coding("http://hl7.org/fhir/resource-types", "Consent", null));
        }
        for (LedgerEntry.Item item : entry.items()) {
            AuditEventEntityComponent entity = event.addEntity()
                    .setWhat(new Reference(item.reference()))
                    .setType(new Coding(
                            "http://terminology.hl7.org/CodeSystem/audit-entity-type", "2", "System Object"));
            if (item.sha256() != null) {
                entity.addDetail().setType("sha256").setValue(new StringType(item.sha256()));
            }
        }
    }

    private static String typed(String type, String id) {
        return id.contains("/") ? id : type + "/" + id;
    }
}
