package org.warmhandoff.routes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.notice.Carriage.Statement;

class CarriageTest {

    private static final Carriage ON_CONSENT = new Carriage(Statement.EITHER, List.of("Scope & so."));
    private static final Carriage ON_ORDER = new Carriage(Statement.SHORT, List.of());

    @Test
    void people_read_the_long_statement_and_machines_the_short_one() {
        assertThat(ON_CONSENT.fully()).containsExactly(RedisclosureNotice.longText(), "Scope & so.");
        assertThat(ON_CONSENT.briefly()).containsExactly(RedisclosureNotice.shortText(), "Scope & so.");
        assertThat(ON_ORDER.fully()).containsExactly(RedisclosureNotice.shortText());
        assertThat(Carriage.NONE.fully()).isEmpty();
    }

    @Test
    void fhir_carries_it_in_meta_and_as_an_informational_outcome() {
        Bundle bundle = written(BundleType.MESSAGE, ON_CONSENT);
        assertThat(((Annotation) bundle.getMeta()
                                .getExtensionByUrl(FhirCarriage.DISPLAY)
                                .getValue())
                        .getText())
                .isEqualTo(RedisclosureNotice.shortText());
        OperationOutcome outcome = (OperationOutcome) bundle.getEntryFirstRep().getResource();
        assertThat(outcome.getIssue())
                .extracting(issue ->
                        issue.getSeverity().toCode() + " " + issue.getDetails().getText())
                .containsExactly("information " + RedisclosureNotice.shortText(), "information Scope & so.");
        assertThat(bundle.getEntryFirstRep().hasSearch()).isFalse();
        assertThat(bundle.getEntryFirstRep().getFullUrl()).startsWith("urn:uuid:");
    }

    @Test
    void the_same_message_is_the_same_on_every_retry() {
        FhirContext fhir = FhirContext.forR4Cached();
        assertThat(fhir.newJsonParser().encodeResourceToString(written(BundleType.MESSAGE, ON_CONSENT)))
                .isEqualTo(fhir.newJsonParser().encodeResourceToString(written(BundleType.MESSAGE, ON_CONSENT)));
    }

    @Test
    void in_a_search_set_the_outcome_says_what_it_is() {
        assertThat(written(BundleType.SEARCHSET, ON_CONSENT)
                        .getEntryFirstRep()
                        .getSearch()
                        .getMode()
                        .toCode())
                .isEqualTo("outcome");
    }

    @Test
    void nothing_goes_along_where_nothing_is_due() {
        assertThat(written(BundleType.MESSAGE, Carriage.NONE).hasMeta()).isFalse();
        assertThat(written(BundleType.MESSAGE, Carriage.NONE).hasEntry()).isFalse();
        assertThat(Er7Carriage.notes(Carriage.NONE)).isEmpty();
        assertThat(TextCarriage.mail(Carriage.NONE)).isEmpty();
    }

    @Test
    void hl7_v2_carries_it_in_the_first_notes() {
        assertThat(Er7Carriage.notes(ON_CONSENT))
                .isEqualTo("NTE|1||" + RedisclosureNotice.shortText() + "|RE^Remark^HL70364\r"
                        + "NTE|2||Scope \\T\\ so.|RE^Remark^HL70364\r");
        assertThat(Er7Carriage.observations(ON_CONSENT))
                .contains("OBX|1|TX|PART2-NOTICE^42 CFR 2.32 notice^L||", "OBX|2|TX|PART2-CONSENT^");
    }

    @Test
    void a_file_has_both_statements_and_a_mail_the_long_one() {
        assertThat(TextCarriage.file(ON_CONSENT))
                .isEqualTo(
                        RedisclosureNotice.longText() + "\n\n" + RedisclosureNotice.shortText() + "\n\nScope & so.\n");
        assertThat(TextCarriage.file(ON_ORDER)).isEqualTo(RedisclosureNotice.shortText() + "\n");
        assertThat(TextCarriage.mail(ON_CONSENT)).startsWith(RedisclosureNotice.longText() + "\r\n");
    }

    private static Bundle written(BundleType type, Carriage carriage) {
        Bundle bundle = new Bundle().setType(type);
        bundle.setIdentifier(new Identifier().setValue("urn:uuid:1"));
        FhirCarriage.onto(bundle, carriage);
        // As it arrives.
        FhirContext fhir = FhirContext.forR4Cached();
        return fhir.newJsonParser()
                .parseResource(Bundle.class, fhir.newJsonParser().encodeResourceToString(bundle));
    }
}
