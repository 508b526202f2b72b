package org.warmhandoff.routes.hl7v2.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** PID to Patient (v2-to-FHIR: Segment PID to Patient), without PID-19 and 20. */
public final class PidMapper {

    private static final String MEDICAL_RECORD = "MR";

    /** Types (no type reads as "null") of numbers by which a sender knows its patient. */
    private static final Set<String> OF_THE_SENDER = Set.of("null", "PI", "PT", "PN", "PE", "MRT", "U");

    private final Translation translation;

    public PidMapper(Translation translation) {
        this.translation = translation;
    }

    public Reference map(Fields pid) {
        pid.skip(1);
        pid.drop(19, "social security number");
        pid.drop(20, "driver's license");
        Patient patient = new Patient();
        patient.setIdentifier(identifiers(pid));
        patient.setName(names(pid));
        patient.setBirthDateElement(pid.date(7));
        patient.setGender(gender(pid, 8));
        mapContact(pid, patient);
        patient.setMaritalStatus(
                CodeTables.MARITAL.concept(pid.text(16)).orElseGet(() -> pid.concept(16, CodeTables.v2("0002"))));
        RaceAndEthnicity.map(pid, patient);
        mapLanguage(pid, patient);
        mapBirth(pid, patient);
        mapDeath(pid, patient);
        return translation.resources().add(key(patient), patient);
    }

    /** Nobody but the sender numbers patients as it does, so the first number tells who it is. */
    private String key(Patient patient) {
        if (!patient.hasIdentifier()) {
            return translation.key("Patient", 1);
        }
        Identifier first = patient.getIdentifierFirstRep();
        return "Patient|" + first.getSystem() + "|" + first.getValue();
    }

    /** PID-3; before v2.3.1 also PID-2 and 4. */
    private static List<Identifier> identifiers(Fields pid) {
        List<Identifier> identifiers = new ArrayList<>(pid.personIdentifiers(3));
        for (int field : new int[] {2, 4}) {
            pid.personIdentifiers(field).stream()
                    .filter(id -> identifiers.stream().noneMatch(known -> isSame(known, id)))
                    .forEach(identifiers::add);
        }
        if (identifiers.isEmpty()) {
            pid.note(3, "holds no usable identifier");
        } else if (identifiers.stream().noneMatch(PidMapper::isMedicalRecord)) {
            assumeMedicalRecord(pid, identifiers);
        }
        return identifiers;
    }

    private static boolean isSame(Identifier one, Identifier other) {
        return Objects.equals(one.getSystem(), other.getSystem())
                && one.getValue().equals(other.getValue());
    }

    private static boolean isMedicalRecord(Identifier identifier) {
        return identifier.getType().getCoding().stream().anyMatch(coding -> MEDICAL_RECORD.equals(coding.getCode()));
    }

    /** Older senders give no type, others PI; what they know the patient by is the record number. */
    private static void assumeMedicalRecord(Fields pid, List<Identifier> identifiers) {
        Identifier number = identifiers.stream()
                .filter(id ->
                        OF_THE_SENDER.contains(id.getType().getCodingFirstRep().getCode() + ""))
                .findFirst()
                .orElse(identifiers.get(0));
        CodeableConcept type = number.hasType() ? number.getType() : new CodeableConcept();
        type.addCoding(CodeTables.IDENTIFIER_TYPE.coding(MEDICAL_RECORD).orElseThrow());
        number.setType(type);
        pid.note(3, "has no medical record number, the first of the sender's numbers is taken");
    }

    private static List<HumanName> names(Fields pid) {
        List<HumanName> names = new ArrayList<>(pid.names(5));
        names.addAll(pid.names(9));
        if (names.isEmpty()) {
            pid.note(5, "holds no name");
            names.add(Absent.unknown(new HumanName()));
        }
        return names;
    }

    public static AdministrativeGender gender(Fields segment, int field) {
        AdministrativeGender gender =
                segment.coded(field, code -> CodeTables.SEX.code(code).map(AdministrativeGender::fromCode));
        return gender == null ? AdministrativeGender.UNKNOWN : gender;
    }

    private static void mapContact(Fields pid, Patient patient) {
        patient.setAddress(new ArrayList<>(pid.addresses(11)));
        if (pid.has(12) && patient.hasAddress() && !patient.getAddressFirstRep().hasDistrict()) {
            patient.getAddressFirstRep().setDistrict(pid.text(12));
        }
        pid.telecoms(13, ContactPointUse.HOME).forEach(patient::addTelecom);
        pid.telecoms(14, ContactPointUse.WORK).forEach(patient::addTelecom);
        pid.telecoms(40, null).forEach(patient::addTelecom);
    }

    private static void mapLanguage(Fields pid, Patient patient) {
        String language = pid.coded(15, Languages::code);
        if (language != null) {
            patient.addCommunication()
                    .setLanguage(new CodeableConcept(new Coding(Languages.SYSTEM, language, null)))
                    .setPreferred(true);
        }
    }

    private static void mapBirth(Fields pid, Patient patient) {
        String order = pid.text(25);
        if (order.length() == 1
                && Character.isDigit(order.charAt(0))
                && !pid.text(24).equals("N")) {
            patient.setMultipleBirth(new IntegerType(order));
        } else if (pid.has(24)) {
            patient.setMultipleBirth(new BooleanType(pid.text(24).equals("Y")));
        }
    }

    private static void mapDeath(Fields pid, Patient patient) {
        DateTimeType died = pid.dateTime(29);
        if (died != null) {
            pid.skip(30);
            patient.setDeceased(died);
        } else if (pid.has(30)) {
            patient.setDeceased(new BooleanType(pid.text(30).equals("Y")));
        }
    }
}
