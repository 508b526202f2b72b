package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Absent;
import org.warmhandoff.routes.hl7v2.segment.Languages;
import org.warmhandoff.routes.hl7v2.segment.RaceAndEthnicity;
import org.warmhandoff.routes.xml.XmlElement;

/** recordTarget to Patient (US Realm Header, 2.16.840.1.113883.10.20.22.1.1), never with a social security number. */
final class RecordTargetMapper {

    private static final String MEDICAL_RECORD = "MR";

    private final Reading reading;

    RecordTargetMapper(Reading reading) {
        this.reading = reading;
    }

    Reference map(XmlElement patientRole) {
        XmlElement person = patientRole.at("patient");
        Patient patient = new Patient();
        patient.setIdentifier(identifiers(patientRole));
        patient.setName(names(person));
        patient.setGender(gender(person.at("administrativeGenderCode").attribute("code")));
        patient.setBirthDateElement(reading.times().date(person.at("birthTime")));
        patient.setAddress(new ArrayList<>(Demographics.addresses(patientRole)));
        patient.setTelecom(new ArrayList<>(Demographics.telecoms(patientRole)));
        patient.setMaritalStatus(marital(person.at("maritalStatusCode").attribute("code")));
        RaceAndEthnicity.map(concepts(person, "raceCode"), concepts(person, "ethnicGroupCode"), patient);
        mapLanguages(person, patient);
        mapDeath(person, patient);
        mapBirth(person, patient);
        person.children("guardian").forEach(guardian -> addContact(guardian, patient));
        return reading.resources().add(reading.key("Patient", 1), patient);
    }

    /** The first number that is no SSN is the record number by which the sender knows its patient. */
    private List<Identifier> identifiers(XmlElement patientRole) {
        if (patientRole.children("id").map(Ii::of).anyMatch(Ii::socialSecurityNumber)) {
            reading.notes().add("recordTarget.patientRole.id dropped: social security number");
        }
        List<Identifier> identifiers = new ArrayList<>(reading.identifiers(patientRole));
        if (identifiers.isEmpty()) {
            reading.notes()
                    .add("recordTarget.patientRole.id holds no usable identifier, the referral's number stands in");
            identifiers.add(new Identifier()
                    .setSystem(reading.localSystem() + "/referral-patient")
                    .setValue(reading.parties().placer().getValue()));
        }
        identifiers
                .get(0)
                .setType(CodeTables.IDENTIFIER_TYPE.concept(MEDICAL_RECORD).orElseThrow());
        return identifiers;
    }

    private List<HumanName> names(XmlElement person) {
        List<HumanName> names = new ArrayList<>(Demographics.names(person));
        names.stream().filter(name -> !name.hasFamily() && !name.hasGiven()).forEach(Absent::unknown);
        if (names.isEmpty()) {
            reading.notes().add("recordTarget.patientRole.patient.name holds no name");
            names.add(Absent.unknown(new HumanName()));
        }
        return names;
    }

    private AdministrativeGender gender(String code) {
        Optional<AdministrativeGender> known =
                CodeTables.SEX.code(code.equals("UN") ? "O" : code).map(AdministrativeGender::fromCode);
        return known.orElse(AdministrativeGender.UNKNOWN);
    }

    private List<CodeableConcept> concepts(XmlElement person, String name) {
        return Stream.concat(person.children(name), person.children(Templates.SDTC, name))
                .map(code -> reading.concept(code, Narrative.NONE))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(CodeableConcept::hasCoding)
                .toList();
    }

    private static void mapLanguages(XmlElement person, Patient patient) {
        person.children("languageCommunication").forEach(communication -> {
            String code = communication.at("languageCode").attribute("code");
            Languages.code(code.split("-", 2)[0].toLowerCase(Locale.ROOT)).ifPresent(language -> {
                Patient.PatientCommunicationComponent spoken = patient.addCommunication()
                        .setLanguage(new CodeableConcept(new Coding(Languages.SYSTEM, language, null)));
                if (communication.at("preferenceInd").attribute("value").equals("true")) {
                    spoken.setPreferred(true);
                }
            });
        });
    }

    private void mapDeath(XmlElement person, Patient patient) {
        person.children(Templates.SDTC, "deceasedTime")
                .flatMap(time -> Stream.ofNullable(reading.times().dateTime(time)))
                .findFirst()
                .ifPresentOrElse(patient::setDeceased, () -> person.children(Templates.SDTC, "deceasedInd")
                        .map(indicator -> indicator.attribute("value"))
                        .filter(value -> value.equals("true") || value.equals("false"))
                        .findFirst()
                        .ifPresent(value -> patient.setDeceased(new BooleanType(value))));
    }

    /** CDA has the codes of v3-MaritalStatus, which are not those of HL7 v2 table 0002. */
    private @Nullable CodeableConcept marital(String code) {
        CodeableConcept known = CodeTables.MARITAL
                .key(code)
                .flatMap(CodeTables.MARITAL::concept)
                .orElse(null);
        if (known == null && !code.isEmpty()) {
            reading.notes().add("recordTarget.patientRole.patient.maritalStatusCode not mapped");
        }
        return known;
    }

    private static void mapBirth(XmlElement person, Patient patient) {
        String order = sdtc(person, "multipleBirthOrderNumber");
        String multiple = sdtc(person, "multipleBirthInd");
        if (order.length() == 1 && Character.isDigit(order.charAt(0))) {
            patient.setMultipleBirth(new IntegerType(order));
        } else if (multiple.equals("true") || multiple.equals("false")) {
            patient.setMultipleBirth(new BooleanType(multiple));
        }
    }

    private static String sdtc(XmlElement person, String name) {
        return person.children(Templates.SDTC, name)
                .map(element -> element.attribute("value"))
                .findFirst()
                .orElse("");
    }

    private void addContact(XmlElement guardian, Patient patient) {
        Patient.ContactComponent contact = new Patient.ContactComponent();
        CodeableConcept relationship = reading.concept(guardian.at("code"), Narrative.NONE);
        if (relationship != null) {
            contact.addRelationship(relationship);
        }
        Demographics.names(guardian.at("guardianPerson")).stream().findFirst().ifPresent(contact::setName);
        List<ContactPoint> telecoms = Demographics.telecoms(guardian);
        contact.setTelecom(new ArrayList<>(telecoms));
        Demographics.addresses(guardian).stream().findFirst().ifPresent(contact::setAddress);
        boolean says = contact.hasName() || contact.hasTelecom() || contact.hasAddress();
        if (says) {
            patient.addContact(contact);
        }
    }
}
