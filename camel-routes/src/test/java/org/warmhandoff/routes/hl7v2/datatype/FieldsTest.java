package org.warmhandoff.routes.hl7v2.datatype;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private static final String OWN = "https://warmhandoff.org/fhir/assigner/mercy";

    private final Conversion conversion = Values.conversion();

    private Fields field(String raw) {
        return Values.fields("ZZZ|" + raw, conversion);
    }

    @ParameterizedTest
    @CsvSource({
        "7, " + OWN + ", ",
        "7^^^MERCY EAST, " + OWN + "/mercy-east, MERCY EAST",
        "7^^^MERCY&2.16.840.1.113883.19.5&ISO, urn:oid:2.16.840.1.113883.19.5, MERCY",
        "7^^^2.16.840.1.113883.19.5, urn:oid:2.16.840.1.113883.19.5, 2.16.840.1.113883.19.5",
        "7^^^&http://mercy.example/mrn&URI, http://mercy.example/mrn, http://mercy.example/mrn",
        "7^^^X&0A1B-2&UUID, urn:uuid:0a1b-2, X",
        "7^^^^MR^WEST, " + OWN + "/west, WEST",
        "7^^^NAIC, urn:oid:2.16.840.1.113883.6.300, NAIC",
        "1234567893^^^&2.16.840.1.113883.4.6&ISO, http://hl7.org/fhir/sid/us-npi, 2.16.840.1.113883.4.6",
        "1234567893^^^^NPI, http://hl7.org/fhir/sid/us-npi, ",
        "1234567890^^^^NPI, " + OWN + "/npi, ",
    })
    void the_assigner_makes_the_identifier_system(String cx, String system, String assigner) {
        Identifier identifier = field(cx).identifiers(1).get(0);
        assertThat(identifier.getSystem()).isEqualTo(system);
        assertThat(identifier.getAssigner().getDisplay()).isEqualTo(assigner);
    }

    @ParameterizedTest
    @CsvSource({
        "f1120^Opioid^I10, http://hl7.org/fhir/sid/icd-10-cm, F11.20",
        "F11.20^Opioid^I10C, http://hl7.org/fhir/sid/icd-10-cm, F11.20",
        "44261-6^PHQ^LN, http://loinc.org, 44261-6",
        "66590003^x^SCT, http://snomed.info/sct, 66590003",
        "351264^x^RXN, http://www.nlm.nih.gov/research/umls/rxnorm, 351264",
        "0002-1^x^NDC, http://hl7.org/fhir/sid/ndc, 0002-1",
        "R^x^HL70007, http://terminology.hl7.org/CodeSystem/v2-0007, R",
        "A  B^x^L, " + OWN + ", A B",
        "X^x^99HOUSE, " + OWN + "/99house, X",
        "X^x^2.16.840.1.1.1, urn:oid:2.16.840.1.1.1, X",
    })
    void the_coding_system_name_makes_the_code_system(String cwe, String system, String code) {
        CodeableConcept concept = field(cwe).concept(1);
        assertThat(concept).isNotNull();
        assertThat(concept.getCodingFirstRep().getSystem()).isEqualTo(system);
        assertThat(concept.getCodingFirstRep().getCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2175550111, phone, 2175550111, work",
        "^PRN^PH^^1^217^5550111^9, phone, +1 217 5550111 x9, home",
        "^PRN^CP^^^217^5550111, phone, 217 5550111, mobile",
        "^NET^Internet^a@b.example, email, a@b.example, work",
        "a@b.example, email, a@b.example, work",
        "89898989^WPN^Internet, other, 89898989, work",
        "^WPN^FX^^^217^5550112, fax, 217 5550112, work",
        "^WPN^PH^^^^^^^^^(626)555-1234, phone, (626)555-1234, work",
    })
    void a_telephone_number_is_put_together_from_what_there_is(String xtn, String system, String value, String use) {
        ContactPoint point = field(xtn).telecoms(1, ContactPointUse.WORK).get(0);
        assertThat(point.getSystem().toCode()).isEqualTo(system);
        assertThat(point.getValue()).isEqualTo(value);
        assertThat(point.getUse().toCode()).isEqualTo(use);
    }

    @Test
    void what_cannot_be_used_is_noted_by_position_only() {
        Fields fields = Values.fields("ZZZ|secret|20260230|7^^^^BAD TYPE|x", conversion);
        fields.date(2);
        fields.identifiers(3);
        fields.number(4);
        fields.noteUnread();
        assertThat(conversion.notes().toList())
                .containsExactly(
                        "ZZZ-2 dropped: no date",
                        "ZZZ-3 identifier type not known",
                        "ZZZ-4 dropped: no number",
                        "ZZZ-1 not mapped");
    }

    @Test
    void empty_repetitions_and_deletion_marks_are_nothing() {
        Fields fields = Values.fields("ZZZ|^^^~\"\"~ ~&|\"\"|x~^", conversion);
        assertThat(fields.has(1)).isFalse();
        assertThat(fields.has(2)).isFalse();
        assertThat(fields.all(3)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NM, 17, 17, ", "NM, <0.5, 0.5, <", "NM, >= 3, 3, >=", "SN, >=^300, 300, >=", "SN, ^4, 4, "})
    void numeric_results_keep_their_comparator(String type, String value, BigDecimal number, String comparator) {
        Fields obx = Values.fields("OBX|1|" + type + "|1^x^LN||" + value + "|mg/dL^^UCUM", conversion);
        Quantity quantity = (Quantity) ObservationValue.of(obx);
        assertThat(quantity.getValue()).isEqualByComparingTo(number);
        assertThat(
                        quantity.getComparator() == null
                                ? null
                                : quantity.getComparator().toCode())
                .isEqualTo(comparator);
        assertThat(quantity.getSystem()).isEqualTo("http://unitsofmeasure.org");
    }
}
