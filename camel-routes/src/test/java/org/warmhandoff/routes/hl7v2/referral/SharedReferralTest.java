package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Facts of a message that others wrote, against what an independent converter made of it. */
class SharedReferralTest {

    private ReferralMessage ours;
    private Bundle theirs;

    @BeforeEach
    void read_both() throws IOException {
        Path folder = shared();
        assumeThat(Files.isDirectory(folder)).as("no folder ../shared").isTrue();
        String message = Files.readString(folder.resolve("REF-I12-01.hl7"));
        ours = Messages.TRANSLATOR.translate(Er7Message.parse(message).orElseThrow(), Messages.MERCY, Messages.SUNRISE);
        theirs = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new LenientErrorHandler(false))
                .parseResource(
                        Bundle.class, Files.readString(folder.resolve("expected-fhir/REF-I12-01-expected.json")));
    }

    /** Beside the repository, wherever Maven was started. */
    private static Path shared() {
        return Stream.of("../shared", "../../shared", "../../../shared")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared"))
                .resolve("data/hl7v2");
    }

    @Test
    void the_patient_is_the_same_person() {
        Patient mine = Messages.only(ours, Patient.class);
        Patient other = expected(Patient.class).get(0);
        assertThat(mine.getNameFirstRep().getFamily())
                .isEqualTo(other.getNameFirstRep().getFamily());
        assertThat(mine.getNameFirstRep().getGivenAsSingleString())
                .isEqualTo(other.getNameFirstRep().getGivenAsSingleString());
        assertThat(mine.getBirthDateElement().getValueAsString())
                .isEqualTo(other.getBirthDateElement().getValueAsString());
        assertThat(mine.getGender()).isEqualTo(other.getGender());
        assertThat(mine.getAddressFirstRep().getPostalCode())
                .isEqualTo(other.getAddressFirstRep().getPostalCode());
        assertThat(values(mine.getIdentifier())).containsExactly("PATID1234");
        assertThat(mine.getDeceasedBooleanType().booleanValue())
                .isEqualTo(other.getDeceasedBooleanType().booleanValue());
        assertThat(mine.getMaritalStatus().getCodingFirstRep().getCode())
                .isEqualTo(other.getMaritalStatus().getCodingFirstRep().getCode());
    }

    @Test
    void the_referral_has_the_same_number_dates_priority_and_category() {
        ServiceRequest mine = Messages.only(ours, ServiceRequest.class);
        ServiceRequest other = expected(ServiceRequest.class).get(0);
        assertThat(ours.placer()).isEqualTo("226839");
        assertThat(values(mine.getIdentifier())).isEqualTo(values(other.getIdentifier()));
        assertThat(mine.getOccurrencePeriod().getStartElement().getValueAsString())
                .isEqualTo(other.getOccurrencePeriod().getStartElement().getValueAsString());
        assertThat(mine.getOccurrencePeriod().getEndElement().getValueAsString())
                .isEqualTo(other.getOccurrencePeriod().getEndElement().getValueAsString());
        assertThat(mine.getAuthoredOnElement().getValueAsString())
                .isEqualTo(other.getAuthoredOnElement().getValueAsString());
        assertThat(mine.getPriority()).isEqualTo(other.getPriority());
        assertThat(mine.getCategory())
                .anyMatch(category -> category.getCodingFirstRep().getCode().equals("Med"));
        assertThat(mine.getReasonCodeFirstRep().getCodingFirstRep().getCode()).isEqualTo("O");
    }

    @Test
    void diagnosis_allergy_procedure_and_result_carry_the_same_codes() {
        assertThat(Messages.only(ours, Condition.class)
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo(expected(Condition.class)
                        .get(0)
                        .getCode()
                        .getCodingFirstRep()
                        .getCode());
        assertThat(Messages.only(ours, AllergyIntolerance.class).getCode().getText())
                .isEqualTo(expected(AllergyIntolerance.class)
                        .get(0)
                        .getCode()
                        .getCodingFirstRep()
                        .getCode());
        assertThat(Messages.only(ours, Procedure.class)
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("76164006");
        Observation result = Messages.only(ours, Observation.class);
        assertThat(result.getCode().getCodingFirstRep().getCode()).isEqualTo("22310-7");
        assertThat(result.getValueStringType().getValue()).isEqualTo("Positive");
        assertThat(result.getNoteFirstRep().getText()).startsWith("Test Positive");
        assertThat(Messages.only(ours, DiagnosticReport.class)
                        .getEffectiveDateTimeType()
                        .getValue())
                .isEqualTo(expected(DiagnosticReport.class)
                        .get(0)
                        .getEffectiveDateTimeType()
                        .getValue());
    }

    @Test
    void coverage_and_payer_are_the_same() {
        Coverage mine = Messages.only(ours, Coverage.class);
        Coverage other = expected(Coverage.class).get(0);
        assertThat(values(mine.getIdentifier())).contains(other.getSubscriberId(), "MB-12345");
        assertThat(mine.getClass_FirstRep().getValue())
                .isEqualTo(other.getClass_FirstRep().getValue());
        assertThat(mine.getRelationship().getCodingFirstRep().getCode())
                .isEqualTo(other.getRelationship().getCodingFirstRep().getCode());
        assertThat(mine.getPeriod().getStartElement().getValueAsString())
                .isEqualTo(other.getPeriod().getStartElement().getValueAsString());
        assertThat(Messages.all(ours, Organization.class))
                .anyMatch(organization -> organization.getName().equals("Blue Cross Blue Shield of Texas")
                        && organization.getIdentifierFirstRep().getSystem().equals("urn:oid:2.16.840.1.113883.1.1"));
    }

    @Test
    void providers_relatives_and_stay_are_the_same() {
        List<String> providers = Messages.all(ours, Practitioner.class).stream()
                .map(practitioner -> practitioner.getNameFirstRep().getFamily())
                .toList();
        assertThat(providers).contains("POWELL", "McWILLIAMS", "DIAG", "ATTEND", "REFER", "ANES", "SURGEON");
        List<String> relatives = Messages.all(ours, RelatedPerson.class).stream()
                .map(person -> person.getNameFirstRep().getFamily())
                .toList();
        assertThat(relatives).containsExactly("DOE", "Doe", "RADIANT");
        Encounter mine = Messages.only(ours, Encounter.class);
        Encounter other = expected(Encounter.class).get(0);
        assertThat(values(mine.getIdentifier())).isEqualTo(values(other.getIdentifier()));
        assertThat(mine.getClass_().getCode()).isEqualTo(other.getClass_().getCode());
        assertThat(mine.getStatus()).isEqualTo(other.getStatus());
        assertThat(mine.getPeriod().getStart()).isEqualTo(other.getPeriod().getStart());
    }

    @Test
    void no_social_security_number_is_left() {
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(ours.resources());
        assertThat(json).doesNotContain("123456789", "220917255", "425-57-9745", "G-SSN-12", "T05349638");
        assertThat(ours.notes())
                .contains(
                        "PID-3 dropped: social security number",
                        "PID-19 dropped: social security number",
                        "GT1-12 dropped: social security number",
                        "IN2-2 dropped: social security number",
                        "ACC not mapped",
                        "PRT not mapped",
                        "SFT not mapped");
    }

    private <T extends Resource> List<T> expected(Class<T> type) {
        return theirs.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> values(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::getValue).toList();
    }
}
