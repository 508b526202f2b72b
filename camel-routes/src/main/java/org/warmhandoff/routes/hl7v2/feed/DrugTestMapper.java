package org.warmhandoff.routes.hl7v2.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * Makes drug tests of the Observations that LOINC says are such: a coded result, the specimen (SPM; v2-to-FHIR: Segment
 * SPM to Specimen) and whether it can be relied on.
 */
final class DrugTestMapper {

    private static final String PROFILE = Canonical.structureDefinition("iop-drug-test");
    private static final String VALIDITY = Canonical.structureDefinition("uds-validity");
    private static final String VALIDITY_CODES = Canonical.codeSystem("uds-validity");
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Feed feed;
    private final Reference patient;

    DrugTestMapper(Feed feed, Reference patient) {
        this.feed = feed;
        this.patient = patient;
    }

    void complete() {
        List<Observation> tests = feed.resources().all(Observation.class).stream()
                .filter(DrugTestMapper::isDrugTest)
                .toList();
        Reference specimen = specimen(!tests.isEmpty());
        for (Observation test : tests) {
            test.setSpecimen(specimen.copy());
            setResult(test);
            if (test.hasEffective()) {
                test.getMeta().addProfile(PROFILE);
            }
        }
    }

    private static boolean isDrugTest(Observation observation) {
        return observation.getCode().getCoding().stream()
                .anyMatch(coding -> CodeSystems.LOINC.equals(coding.getSystem())
                        && CodeTables.DRUG_TEST.contains(coding.getCode() + ""));
    }

    /** SPM-2, 4 and 17; a message without SPM still says that there was one. */
    private Reference specimen(boolean wanted) {
        Fields spm = feed.first("SPM");
        spm.skip(1);
        if (!wanted || !spm.has(4)) {
            return new Reference().setDisplay("Specimen of the test");
        }
        Specimen specimen = new Specimen().setType(spm.concept(4, CodeTables.v2("0487")));
        specimen.setSubject(patient.copy());
        Identifier number = spm.entity(2);
        if (number != null) {
            specimen.addIdentifier(number);
        }
        DateTimeType collected = spm.dateTime(17);
        if (collected != null) {
            specimen.getCollection().setCollected(collected);
        }
        return feed.resources().add(feed.translation().key("Specimen", 1), specimen);
    }

    private static void setResult(Observation test) {
        List<String> said = said(test);
        Optional<Coding> validity = first(said, CodeTables.SPECIMEN_VALIDITY::coding);
        validity.ifPresent(coding -> test.addExtension(
                VALIDITY, new CodeableConcept(new Coding(VALIDITY_CODES, coding.getCode(), coding.getDisplay()))));
        String code = validity.map(Coding::getCode).orElse("valid");
        if (code.equals("refused") || code.equals("missed")) {
            test.setStatus(ObservationStatus.CANCELLED);
            test.setValue(null);
            test.setDataAbsentReason(new CodeableConcept(
                    new Coding(ABSENT, code.equals("refused") ? "asked-declined" : "not-performed", null)));
            return;
        }
        first(said, CodeTables.DRUG_TEST_RESULT::coding).ifPresent(result -> setResult(test, result));
    }

    private static void setResult(Observation test, Coding result) {
        // A concentration says more than the word for it.
        if (!test.hasValueQuantity()) {
            test.setValue(new CodeableConcept(result));
            test.setDataAbsentReason(null);
        }
        if (!test.hasInterpretation()) {
            boolean positive = "10828004".equals(result.getCode());
            CodeTables.INTERPRETATION.concept(positive ? "POS" : "NEG").ifPresent(test::addInterpretation);
        }
    }

    /** Codes and words of the value and its flags. */
    private static List<String> said(Observation test) {
        return Stream.concat(
                        words(test.getValue()),
                        test.getInterpretation().stream().flatMap(DrugTestMapper::words))
                .toList();
    }

    private static Stream<String> words(Type value) {
        if (value instanceof CodeableConcept concept) {
            return Stream.concat(
                    concept.getCoding().stream().flatMap(coding -> Stream.of(coding.getCode(), coding.getDisplay())),
                    Stream.of(concept.getText()));
        }
        return value instanceof StringType text ? Stream.of(text.getValue()) : Stream.empty();
    }

    private static Optional<Coding> first(
            List<String> said, java.util.function.Function<String, Optional<Coding>> table) {
        return said.stream()
                .filter(word -> word != null)
                .flatMap(word -> table.apply(word.strip().replace(' ', '-')).stream())
                .findFirst();
    }
}
