package org.warmhandoff.routes.ccda;

import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;

/** Patient to recordTarget: the way back of {@link RecordTargetMapper}. */
final class RecordTarget {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String CDC = "2.16.840.1.113883.6.238";

    private final Patient patient;
    private final CdaOut out;
    private final CdaParts parts;

    RecordTarget(Patient patient, CdaOut out, CdaParts parts) {
        this.patient = patient;
        this.out = out;
        this.parts = parts;
    }

    void write() {
        out.open("recordTarget").open("patientRole");
        // Readers take the first number for the record number.
        parts.ids(patient.getIdentifier().stream()
                .sorted(Comparator.comparing((Identifier id) -> !isRecordNumber(id)))
                .toList());
        parts.reach(patient.getAddress(), patient.getTelecom());
        out.open("patient");
        patient.getName().forEach(parts::name);
        if (!patient.hasName()) {
            parts.unknown("name");
        }
        gender();
        if (patient.hasBirthDate()) {
            out.empty("birthTime", "value", CdaParts.time(patient.getBirthDateElement()));
        } else {
            parts.unknown("birthTime");
        }
        deathAndBirth();
        if (patient.hasMaritalStatus() && patient.getMaritalStatus().hasCoding()) {
            parts.concept("maritalStatusCode", patient.getMaritalStatus());
        }
        race();
        patient.getContact().forEach(this::guardian);
        patient.getCommunication().forEach(this::language);
        out.close().close().close();
    }

    private static boolean isRecordNumber(Identifier identifier) {
        return identifier.getType().getCoding().stream().anyMatch(coding -> "MR".equals(coding.getCode()));
    }

    private void gender() {
        String code = patient.hasGender() ? patient.getGender().toCode() : "unknown";
        switch (code) {
            case "male" -> gender("M");
            case "female" -> gender("F");
            case "other" -> gender("UN");
            default -> out.empty("administrativeGenderCode", "nullFlavor", "UNK");
        }
    }

    private void gender(String code) {
        out.empty("administrativeGenderCode", "code", code, "codeSystem", "2.16.840.1.113883.5.1");
    }

    private void deathAndBirth() {
        if (patient.getDeceased() instanceof DateTimeType died) {
            sdtc("deceasedTime", "value", CdaParts.time(died));
        } else if (patient.getDeceased() instanceof BooleanType dead) {
            sdtc("deceasedInd", "value", dead.getValueAsString());
        }
        if (patient.getMultipleBirth() instanceof IntegerType order) {
            sdtc("multipleBirthInd", "value", "true");
            sdtc("multipleBirthOrderNumber", "value", order.getValueAsString());
        } else if (patient.getMultipleBirth() instanceof BooleanType multiple) {
            sdtc("multipleBirthInd", "value", multiple.getValueAsString());
        }
    }

    private void sdtc(String element, String... attributes) {
        List<String> all = new java.util.ArrayList<>(List.of("xmlns:sdtc", Templates.SDTC));
        all.addAll(List.of(attributes));
        out.empty("sdtc:" + element, all.toArray(String[]::new));
    }

    /** The schema has one race; more are in an extension. */
    private void race() {
        int ordinal = 0;
        for (Coding race : categories("race")) {
            if (ordinal++ == 0) {
                out.empty("raceCode", coded(race));
            } else {
                sdtc("raceCode", coded(race));
            }
        }
        categories("ethnicity").stream().limit(1).forEach(group -> out.empty("ethnicGroupCode", coded(group)));
    }

    private static String[] coded(Coding coding) {
        return new String[] {
            "code",
            coding.getCode(),
            "codeSystem",
            CDC,
            "displayName",
            coding.hasDisplay() ? coding.getDisplay() : coding.getCode()
        };
    }

    private List<Coding> categories(String id) {
        Extension extension = patient.getExtensionByUrl(US_CORE + id);
        return extension == null
                ? List.of()
                : extension.getExtensionsByUrl("ombCategory").stream()
                        .map(part -> (Coding) part.getValue())
                        .filter(Coding::hasCode)
                        .toList();
    }

    private void guardian(Patient.ContactComponent contact) {
        out.open("guardian");
        contact.getRelationship().stream().limit(1).forEach(relation -> parts.concept("code", relation));
        if (contact.hasAddress()) {
            parts.address(contact.getAddress());
        }
        contact.getTelecom().forEach(parts::telecom);
        out.open("guardianPerson");
        if (contact.hasName()) {
            parts.name(contact.getName());
        }
        out.close().close();
    }

    private void language(Patient.PatientCommunicationComponent spoken) {
        String code = spoken.getLanguage().getCodingFirstRep().getCode();
        if (code != null) {
            out.open("languageCommunication").empty("languageCode", "code", code);
            if (spoken.getPreferred()) {
                out.empty("preferenceInd", "value", "true");
            }
            out.close();
        }
    }
}
