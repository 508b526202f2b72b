package org.warmhandoff.routes.matrix;

import java.math.BigDecimal;
import java.util.Set;
import org.hl7.fhir.r4.model.*;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;

/** A canonical referral by chance, as readers make it: the same for the same seed. */
final class InventedReferral extends Invented {

    private static final String ICD = CodeSystems.ICD_10_CM;

    private final Reference patient;
    private final ServiceRequest request = new ServiceRequest();
    private final Reference person;

    private InventedReferral(long seed, Set<String> without) {
        super(seed, without);
        this.patient = patient();
        this.person = practitioner();
    }

    /** @param without types of resources to leave out: a failing referral is made smaller by them */
    static Bundle of(long seed, Set<String> without) {
        InventedReferral referral = new InventedReferral(seed, without);
        referral.fill();
        return referral.bundle;
    }

    private void fill() {
        Reference self = add(request);
        request(self);
        request.addSupportingInfo(person.copy());
        some("RelatedPerson", 2, () -> relatedPerson(patient));
        some("Coverage", 2, this::coverage);
        some("Encounter", 1, this::encounter);
        some("Condition", 3, this::condition);
        some("AllergyIntolerance", 2, this::allergy);
        some("MedicationRequest", 2, this::medication);
        some("Observation", 3, this::observation);
        some("Procedure", 1, this::procedure);
        some("DocumentReference", 2, this::document);
    }

    private void request(Reference self) {
        Identifier placer = identifier()
                .setType(new CodeableConcept(
                        CodeTables.IDENTIFIER_TYPE.coding("PLAC").orElseThrow()));
        DateTimeType authored = chance.dateTime();
        request.addIdentifier(placer)
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setPriority(chance.of(
                        ServiceRequest.ServiceRequestPriority.ROUTINE, ServiceRequest.ServiceRequestPriority.STAT))
                .setSubject(patient.copy())
                .setAuthoredOnElement(authored.copy())
                .setRequester(partner("mercy"))
                .addPerformer(partner("sunrise"))
                .addCategory(fixed(CodeSystems.REFERRAL_KIND, "hospital-discharge"))
                .setCode(fixed(SNOMED, "385989002"));
        each(chance.some(2, this::snomed), request::addReasonCode);
        request.addReasonCode().setText(chance.text());
        each(chance.some(2, this::snomed), request::addOrderDetail);
        maybe(() -> request.setOccurrence(chance.period()));
        each(chance.some(2, chance::text), text -> request.addNote().setText(text));
        maybe(() -> request.addPerformer(person.copy()));
        Task task = new Task()
                .addIdentifier(placer.copy())
                .setStatus(Task.TaskStatus.REQUESTED)
                .setBusinessStatus(fixed(CodeSystems.BUSINESS_STATUS, "created"))
                .setIntent(Task.TaskIntent.ORDER)
                .setPriority(Task.TaskPriority.fromCode(request.getPriority().toCode()))
                .setCode(fixed(CodeSystems.FHIR_TASK_CODE, "fulfill"))
                .setFocus(self.copy())
                .addBasedOn(self.copy())
                .setFor(patient.copy())
                .setAuthoredOnElement(authored)
                .setRequester(partner("mercy"))
                .setOwner(partner("sunrise"));
        add(task);
    }

    private static Reference partner(String id) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(id));
    }

    private void coverage() {
        Organization payor = new Organization().setActive(true).setName(chance.text());
        payor.addIdentifier(identifier());
        maybe(() -> payor.addAddress(address()));
        maybe(() -> payor.addTelecom(telecom()));
        Coverage coverage =
                new Coverage().setStatus(Coverage.CoverageStatus.ACTIVE).setBeneficiary(patient.copy());
        coverage.addIdentifier(identifier()
                .setType(new CodeableConcept(
                        CodeTables.IDENTIFIER_TYPE.coding("MB").orElseThrow())));
        coverage.setSubscriberId(chance.number()).setSubscriber(patient.copy());
        coverage.setRelationship(
                new CodeableConcept(CodeTables.SUBSCRIBER.coding("SEL").orElseThrow()));
        coverage.addPayor(add(payor)).setOrder(1 + chance.upTo(3));
        maybe(() -> coverage.setPeriod(chance.period()));
        maybe(() -> classOf(coverage, "plan"));
        maybe(() -> classOf(coverage, "group"));
        request.addInsurance(add(coverage));
    }

    private void classOf(Coverage coverage, String type) {
        Coverage.ClassComponent one = coverage.addClass_()
                .setType(fixed(TERMINOLOGY + "coverage-class", type))
                .setValue(chance.text());
        maybe(() -> one.setName(chance.text()));
    }

    private void encounter() {
        Encounter encounter = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setClass_(CodeTables.PATIENT_CLASS
                        .coding(chance.of("I", "E", "O"))
                        .orElseThrow())
                .setSubject(patient.copy())
                .setServiceProvider(partner("mercy"));
        encounter.addIdentifier(identifier()
                .setType(new CodeableConcept(
                        CodeTables.IDENTIFIER_TYPE.coding("VN").orElseThrow())));
        encounter.setPeriod(new Period()
                .setStartElement(new DateTimeType("2026-11-01"))
                .setEndElement(new DateTimeType("2026-11-20")));
        maybe(() -> encounter.addReasonCode(snomed()));
        Reference self = add(encounter);
        request.setEncounter(self);
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .forEach(task -> ((Task) task).setEncounter(self.copy()));
    }

    private void condition() {
        Condition condition = new Condition()
                .setSubject(patient.copy())
                .setCode(concept(chance.of(ICD, SNOMED), "G47.00", "J45.909"));
        condition.addCategory(fixed(TERMINOLOGY + "condition-category", "encounter-diagnosis"));
        String verified = chance.of("confirmed", "confirmed", "provisional", "entered-in-error");
        condition.setVerificationStatus(fixed(TERMINOLOGY + "condition-ver-status", verified));
        if (!verified.equals("entered-in-error")) {
            condition.setClinicalStatus(
                    fixed(TERMINOLOGY + "condition-clinical", chance.of("active", "active", "resolved", "inactive")));
        }
        maybe(() -> condition.setOnset(chance.dateTime()));
        maybe(() -> condition.setRecordedDateElement(chance.dateTime()));
        each(chance.some(1, this::identifier), condition::addIdentifier);
        request.addReasonReference(add(condition));
    }

    private void allergy() {
        AllergyIntolerance allergy = new AllergyIntolerance()
                .setPatient(patient.copy())
                .setCode(concept("http://www.nlm.nih.gov/research/umls/rxnorm", "70618", "2670"))
                .setClinicalStatus(
                        fixed(TERMINOLOGY + "allergyintolerance-clinical", chance.of("active", "inactive", "resolved")))
                .setVerificationStatus(fixed(TERMINOLOGY + "allergyintolerance-verification", "unconfirmed"))
                .setType(chance.of(
                        AllergyIntolerance.AllergyIntoleranceType.values()[0],
                        AllergyIntolerance.AllergyIntoleranceType.INTOLERANCE));
        allergy.addCategory(chance.of(
                AllergyIntolerance.AllergyIntoleranceCategory.MEDICATION,
                AllergyIntolerance.AllergyIntoleranceCategory.FOOD));
        maybe(() -> allergy.setCriticality(chance.of(
                AllergyIntolerance.AllergyIntoleranceCriticality.HIGH,
                AllergyIntolerance.AllergyIntoleranceCriticality.UNABLETOASSESS)));
        maybe(() -> allergy.setOnset(chance.dateTime()));
        each(chance.some(1, this::identifier), allergy::addIdentifier);
        maybe(() -> allergy.addReaction()
                .addManifestation(snomed())
                .setSeverity(chance.of(
                        AllergyIntolerance.AllergyIntoleranceSeverity.MILD,
                        AllergyIntolerance.AllergyIntoleranceSeverity.MODERATE)));
        add(allergy);
    }

    private void medication() {
        MedicationRequest medication = new MedicationRequest()
                .setSubject(patient.copy())
                .setMedication(concept("http://www.nlm.nih.gov/research/umls/rxnorm", "1010604", "198211"))
                .setStatus(chance.of(
                        MedicationRequest.MedicationRequestStatus.ACTIVE,
                        MedicationRequest.MedicationRequestStatus.STOPPED,
                        MedicationRequest.MedicationRequestStatus.ONHOLD,
                        MedicationRequest.MedicationRequestStatus.UNKNOWN));
        Dosage dosage = medication.addDosageInstruction().setText(chance.text());
        maybe(() -> dosage.setRoute(concept(SNOMED, "26643006")));
        maybe(() -> dosage.getTiming().getRepeat().setBounds(chance.period()));
        maybe(() -> dosage.getTiming()
                .getRepeat()
                .setFrequency(1)
                .setPeriod(new BigDecimal(chance.of("12", "0.5", "24")))
                .setPeriodUnit(Timing.UnitsOfTime.H));
        maybe(() -> dosage.addDoseAndRate().setDose(quantity("mg")));
        if (chance.maybe()) {
            medication.setIntent(MedicationRequest.MedicationRequestIntent.PLAN).setReported(new BooleanType(true));
        } else {
            medication
                    .setIntent(MedicationRequest.MedicationRequestIntent.ORDER)
                    .setRequester(person.copy())
                    .setAuthoredOnElement(chance.dateTime());
        }
        add(medication);
    }

    private Quantity quantity(String ucum) {
        return new Quantity()
                .setValue(new BigDecimal(chance.of("17", "0.5", "1000000.25", "3.10")))
                .setUnit(ucum)
                .setSystem("http://unitsofmeasure.org")
                .setCode(ucum);
    }

    private void observation() {
        Observation observation = new Observation()
                .setSubject(patient.copy())
                .setCode(concept(CodeSystems.LOINC, "8867-4", "718-7"))
                .setStatus(chance.of(
                        Observation.ObservationStatus.FINAL,
                        Observation.ObservationStatus.PRELIMINARY,
                        Observation.ObservationStatus.CORRECTED,
                        Observation.ObservationStatus.CANCELLED));
        observation.addCategory(fixed(TERMINOLOGY + "observation-category", "laboratory"));
        Type value =
                switch (chance.upTo(6)) {
                    case 0 -> quantity(chance.of("mg", "{score}"));
                    case 1 -> quantity("mg").setComparator(Quantity.QuantityComparator.LESS_THAN);
                    case 2 -> snomed();
                    case 3 -> chance.dateTime();
                    case 4 ->
                        new Ratio()
                                .setNumerator(new Quantity().setValue(1))
                                .setDenominator(new Quantity().setValue(128));
                    default -> new StringType(chance.text());
                };
        observation.setValue(value);
        maybe(() -> observation.setEffective(chance.dateTime()));
        maybe(() -> observation.addInterpretation(new CodeableConcept(
                CodeTables.INTERPRETATION.coding(chance.of("H", "L", "POS")).orElseThrow())));
        maybe(() -> observation.addReferenceRange().setText(chance.text()));
        maybe(() -> observation.setMethod(snomed()));
        each(chance.some(2, chance::text), text -> observation.addNote().setText(text));
        each(chance.some(1, this::identifier), observation::addIdentifier);
        request.addSupportingInfo(add(observation));
    }

    private void procedure() {
        Procedure procedure = new Procedure()
                .setSubject(patient.copy())
                .setCode(concept("http://www.ama-assn.org/go/cpt", "90853"))
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setPerformed(chance.dateTime());
        each(chance.some(1, this::identifier), procedure::addIdentifier);
        add(procedure);
    }

    private void document() {
        DocumentReference document = new DocumentReference()
                .setStatus(Enumerations.DocumentReferenceStatus.CURRENT)
                .setSubject(patient.copy())
                .setType(concept(CodeSystems.LOINC, "64292-6", "57133-1"));
        maybe(() -> document.setDateElement(new InstantType("2026-11-21T12:00:00.000-05:00")));
        byte[] data = chance.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        document.addContent()
                .setAttachment(new Attachment()
                        .setContentType(chance.of("application/pdf", "text/plain", "application/hl7-cda+xml"))
                        .setData(data));
        request.addSupportingInfo(add(document));
    }
}
