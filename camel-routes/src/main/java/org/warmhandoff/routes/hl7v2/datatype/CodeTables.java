package org.warmhandoff.routes.hl7v2.datatype;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** The tables that the referral messages use; numbers are those of HL7 v2.5.1 chapter 2C. */
public final class CodeTables {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String CDC_RACE = "urn:oid:2.16.840.1.113883.6.238";

    /** 0001, administrative sex. */
    public static final CodeTable SEX = CodeTable.load("sex", "http://hl7.org/fhir/administrative-gender");

    /** 0002, marital status. */
    public static final CodeTable MARITAL = CodeTable.load("marital-status", TERMINOLOGY + "v3-MaritalStatus");

    /** 0004, patient class. */
    public static final CodeTable PATIENT_CLASS = CodeTable.load("patient-class", CodeSystems.ACT_CODE);

    /** 0005, race (CDC code set). */
    public static final CodeTable RACE = CodeTable.load("race", CDC_RACE);

    /** 0189, ethnic group (CDC code set). */
    public static final CodeTable ETHNICITY = CodeTable.load("ethnicity", CDC_RACE);

    /** 0052, diagnosis type. */
    public static final CodeTable DIAGNOSIS_ROLE = CodeTable.load("diagnosis-role", TERMINOLOGY + "diagnosis-role");

    /** 0063, relationship, of a person. */
    public static final CodeTable RELATIONSHIP = CodeTable.load("relationship", TERMINOLOGY + "v3-RoleCode");

    /** 0063, relationship, of the insured. */
    public static final CodeTable SUBSCRIBER =
            CodeTable.load("subscriber-relationship", TERMINOLOGY + "subscriber-relationship");

    /** 0131, contact role. */
    public static final CodeTable CONTACT_ROLE = CodeTable.load("contact-role", TERMINOLOGY + "v2-0131");

    /** 0078, interpretation codes. */
    public static final CodeTable INTERPRETATION =
            CodeTable.load("interpretation", TERMINOLOGY + "v3-ObservationInterpretation");

    /** 0085, observation result status. */
    public static final CodeTable OBSERVATION_STATUS =
            CodeTable.load("observation-status", "http://hl7.org/fhir/observation-status");

    /** 0123, result status. */
    public static final CodeTable REPORT_STATUS =
            CodeTable.load("report-status", "http://hl7.org/fhir/diagnostic-report-status");

    /** 0127, allergen type. */
    public static final CodeTable ALLERGEN =
            CodeTable.load("allergen-type", "http://hl7.org/fhir/allergy-intolerance-category");

    /** 0128, allergy severity. */
    public static final CodeTable ALLERGY_SEVERITY =
            CodeTable.load("allergy-severity", "http://hl7.org/fhir/allergy-intolerance-criticality");

    /** 0952, confidentiality classification. */
    public static final CodeTable CONFIDENTIALITY = CodeTable.load("confidentiality", CodeSystems.CONFIDENTIALITY);

    /** Sensitivity, policy and handling labels of v3-ActCode that a sender may set in MSH-8, 27 and 28. */
    public static final CodeTable SENSITIVITY = CodeTable.load("sensitivity", CodeSystems.ACT_CODE);

    /** LOINC codes of the screening instruments and their items and totals. */
    public static final CodeTable SCREENING = CodeTable.load("screening-instrument", CodeSystems.LOINC);

    /** LOINC codes of drug tests and their panels. */
    public static final CodeTable DRUG_TEST = CodeTable.load("drug-test", CodeSystems.LOINC);

    /** Words and codes for a positive or negative test (SNOMED CT). */
    public static final CodeTable DRUG_TEST_RESULT = CodeTable.load("drug-test-result", "http://snomed.info/sct");

    /** Words for why a specimen, or the lack of one, gives no good result. */
    public static final CodeTable SPECIMEN_VALIDITY =
            CodeTable.load("specimen-validity", Canonical.codeSystem("uds-validity"));

    /** 0278, filler status of an appointment. */
    public static final CodeTable APPOINTMENT_STATUS =
            CodeTable.load("appointment-status", "http://hl7.org/fhir/appointmentstatus");

    /** 0003, events that say what became of an appointment, whatever its status field says. */
    public static final CodeTable APPOINTMENT_EVENT =
            CodeTable.load("appointment-event", "http://hl7.org/fhir/appointmentstatus");

    /** 0270, document type, as far as LOINC has the same. */
    public static final CodeTable DOCUMENT_TYPE = CodeTable.load("document-type", CodeSystems.LOINC);

    /** 0271, document completion status. */
    public static final CodeTable DOCUMENT_COMPLETION =
            CodeTable.load("document-completion", "http://hl7.org/fhir/composition-status");

    /** 0273, document availability status. */
    public static final CodeTable DOCUMENT_AVAILABILITY =
            CodeTable.load("document-availability", "http://hl7.org/fhir/document-reference-status");

    /** 0485, extended priority of an order. */
    public static final CodeTable ORDER_PRIORITY =
            CodeTable.load("order-priority", "http://hl7.org/fhir/request-priority");

    /** 0119, order control of a referral order (IHE 360X), as the event of a referral message. */
    public static final CodeTable ORDER_CONTROL = CodeTable.load("order-control", CodeSystems.V2_EVENT);

    /** States of a referral as order control (0119) and, for display, order status (0038). */
    public static final CodeTable ORDER_STATUS = CodeTable.load("order-status", v2("0119"));

    /** 0280, referral priority. */
    public static final CodeTable PRIORITY = CodeTable.load("priority", "http://hl7.org/fhir/request-priority");

    /** 0190, address type. */
    static final CodeTable ADDRESS_USE = CodeTable.load("address-use", "http://hl7.org/fhir/address-use");

    /** 0200, name type. */
    static final CodeTable NAME_USE = CodeTable.load("name-use", "http://hl7.org/fhir/name-use");

    /** 0201, telecommunication use. */
    static final CodeTable TELECOM_USE = CodeTable.load("telecom-use", "http://hl7.org/fhir/contact-point-use");

    /** 0202, telecommunication equipment type. */
    static final CodeTable TELECOM_SYSTEM =
            CodeTable.load("telecom-system", "http://hl7.org/fhir/contact-point-system");

    /** 0203, identifier type. */
    public static final CodeTable IDENTIFIER_TYPE = CodeTable.load("identifier-type", CodeSystems.V2_IDENTIFIER_TYPE);

    private CodeTables() {}

    /** The URI of an HL7 v2 table whose codes are kept, such as {@code 0282}. */
    public static String v2(String number) {
        return TERMINOLOGY + "v2-" + number;
    }

    /** 0200 for a use; L (legal) for what has no code of its own. */
    public static String nameType(HumanName.NameUse use) {
        return use == HumanName.NameUse.OFFICIAL
                ? "L"
                : NAME_USE.key(use.toCode()).orElse("");
    }

    /** 0190. */
    public static String addressType(Address.AddressUse use) {
        return use == Address.AddressUse.HOME
                ? "H"
                : ADDRESS_USE.key(use.toCode()).orElse("");
    }

    /** 0201. */
    public static String telecomUse(ContactPoint.ContactPointUse use) {
        return TELECOM_USE.key(use.toCode()).orElse("");
    }

    /** 0202. */
    public static String telecomEquipment(ContactPoint.ContactPointSystem kind) {
        return kind == ContactPoint.ContactPointSystem.EMAIL
                ? "Internet"
                : TELECOM_SYSTEM.key(kind.toCode()).orElse("");
    }
}
