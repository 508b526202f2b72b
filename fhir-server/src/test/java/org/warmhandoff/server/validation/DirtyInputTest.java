package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

class DirtyInputTest {

    private final DirtyInput dirty = new DirtyInput(Examples.VALIDATOR);

    @Test
    void clean_input_stays_as_it_is() {
        Patient patient = Examples.parsed(Patient.class, "Patient-jordan-doe");

        DirtyInput.Fitted fitted = dirty.fit(bundle(patient));

        assertThat(fitted.notes()).isEmpty();
        assertThat(fitted.unfit()).isNull();
        assertThat(Validated.isMarked(patient)).isTrue();
    }

    @Test
    void an_element_that_breaks_a_rule_is_left_out_with_a_note_that_quotes_nothing() {
        Patient patient = Examples.parsed(Patient.class, "Patient-jordan-doe");
        patient.getMaritalStatus()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-MaritalStatus")
                .setCode("quite-married");
        patient.getMaritalStatus().setText("stays");

        Bundle bundle = bundle(patient);
        DirtyInput.Fitted fitted = dirty.fit(bundle);

        assertThat(fitted.unfit()).isNull();
        assertThat(fitted.notes())
                .singleElement()
                .asString()
                .startsWith("left out Patient.maritalStatus")
                .doesNotContain("quite-married");
        assertThat(((Patient) bundle.getEntryFirstRep().getResource()).getName())
                .isNotEmpty();
    }

    @Test
    void a_resource_that_cannot_do_without_it_is_left_out_and_so_is_what_referred_to_it() {
        Condition condition = Examples.parsed(Condition.class, "Condition-jordan-bpd");
        condition.setSubject(null);
        ServiceRequest request = Examples.parsed(ServiceRequest.class, "ServiceRequest-referral-at-discharge");
        request.addReasonReference().setReference("urn:uuid:0");
        Bundle bundle = bundle(condition, request);

        DirtyInput.Fitted fitted = dirty.fit(bundle);

        assertThat(fitted.unfit()).isNull();
        assertThat(fitted.notes()).singleElement().asString().startsWith("left out Condition");
        assertThat(bundle.getEntry()).hasSize(1);
        assertThat(request.getReasonReference()).noneMatch(r -> "urn:uuid:0".equals(r.getReference()));
    }

    @Test
    void the_referral_itself_cannot_be_left_out() {
        ServiceRequest request = Examples.parsed(ServiceRequest.class, "ServiceRequest-referral-at-discharge");
        request.setSubject(null);

        DirtyInput.Fitted fitted = dirty.fit(bundle(request));

        assertThat(fitted.unfit()).isNotNull();
    }

    private static Bundle bundle(Resource... resources) {
        Bundle bundle = new Bundle();
        for (int i = 0; i < resources.length; i++) {
            bundle.addEntry().setFullUrl("urn:uuid:" + i).setResource(resources[i]);
        }
        return bundle;
    }
}
