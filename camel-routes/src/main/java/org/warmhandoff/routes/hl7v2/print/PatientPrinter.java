package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import org.hl7.fhir.r4.model.Account;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Patient to PID (HL7 v2.5.1, 3.4.2), never with a social security number. */
final class PatientPrinter {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private PatientPrinter() {}

    static String pid(ReferralContent content) {
        Patient patient = content.patient();
        Er7Line pid = new Er7Line("PID").set(1, "1");
        pid.repeat(3, identifiers(patient.getIdentifier()));
        pid.repeat(5, Er7Types.names(patient.getName()));
        pid.set(7, patient.hasBirthDate() ? Er7Types.dtm(patient.getBirthDateElement()) : "");
        pid.text(8, patient.hasGender() ? gender(patient.getGender().toCode()) : "");
        pid.repeat(10, categories(patient, "race", CodeTables.RACE));
        pid.repeat(11, Er7Types.addresses(patient.getAddress()));
        pid.repeat(13, Er7Types.telecoms(telecoms(patient, false)));
        pid.repeat(14, Er7Types.telecoms(telecoms(patient, true)));
        pid.text(15, language(patient));
        pid.set(16, patient.hasMaritalStatus() ? marital(patient) : "");
        pid.repeat(
                18,
                content.all(Account.class).stream()
                        .flatMap(account -> identifiers(account.getIdentifier()).stream())
                        .toList());
        pid.repeat(22, categories(patient, "ethnicity", CodeTables.ETHNICITY));
        return deathAndBirth(pid, patient).print();
    }

    private static Er7Line deathAndBirth(Er7Line pid, Patient patient) {
        if (patient.getMultipleBirth() instanceof IntegerType order) {
            pid.text(24, "Y").text(25, order.getValueAsString());
        } else if (patient.getMultipleBirth() instanceof BooleanType multiple) {
            pid.text(24, multiple.booleanValue() ? "Y" : "N");
        }
        if (patient.getDeceased() instanceof DateTimeType died) {
            pid.set(29, Er7Types.dtm(died)).text(30, "Y");
        } else if (patient.getDeceased() instanceof BooleanType dead) {
            pid.text(30, dead.booleanValue() ? "Y" : "N");
        }
        return pid;
    }

    static List<String> identifiers(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> identifier.hasValue() && !CodeSystems.US_SSN.equals(identifier.getSystem()))
                .map(Er7Printer::cx)
                .toList();
    }

    static String gender(String code) {
        return CodeTables.SEX.key(code).orElse("U");
    }

    private static String marital(Patient patient) {
        Coding status = patient.getMaritalStatus().getCodingFirstRep();
        return Er7Codes.text(status.getCode()).isEmpty()
                ? ""
                : CodeTables.MARITAL
                        .key(status.getCode())
                        .map(key -> Er7Printer.components(key, Er7Codes.text(status.getDisplay()), "HL70002"))
                        .orElse("");
    }

    private static List<ContactPoint> telecoms(Patient patient, boolean work) {
        return patient.getTelecom().stream()
                .filter(point -> (point.getUse() == ContactPointUse.WORK) == work)
                .toList();
    }

    private static String language(Patient patient) {
        return patient.getCommunication().stream()
                .sorted((one, other) -> Boolean.compare(other.getPreferred(), one.getPreferred()))
                .map(spoken ->
                        Er7Codes.text(spoken.getLanguage().getCodingFirstRep().getCode()))
                .findFirst()
                .orElse("");
    }

    private static List<String> categories(Patient patient, String id, CodeTable table) {
        Extension extension = patient.getExtensionByUrl(US_CORE + id);
        return extension == null
                ? List.of()
                : extension.getExtensionsByUrl("ombCategory").stream()
                        .map(part -> (Coding) part.getValue())
                        .filter(coding -> coding.hasCode() && table.contains(coding.getCode()))
                        .map(coding ->
                                Er7Printer.components(coding.getCode(), Er7Codes.text(coding.getDisplay()), "CDCREC"))
                        .toList();
    }
}
