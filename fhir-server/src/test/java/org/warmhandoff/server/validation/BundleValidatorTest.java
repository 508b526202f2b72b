package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BundleValidatorTest {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
    private final BundleValidator validator = new BundleValidator(Examples.VALIDATOR, THREADS);

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @Test
    void each_entry_keeps_its_own_profile() {
        Bundle bundle = transaction(
                Examples.parsed(Patient.class, "Patient-jordan-doe"),
                Examples.parsed(Task.class, "Task-task-delivered"));

        assertThat(validate(bundle).errors()).isEmpty();
    }

    @Test
    void a_finding_names_the_entry() {
        Task task = Examples.parsed(Task.class, "Task-task-delivered");
        task.setStatus(Task.TaskStatus.COMPLETED);
        Bundle bundle = transaction(Examples.parsed(Patient.class, "Patient-jordan-doe"), task);

        assertThat(validate(bundle).errors()).isNotEmpty().allSatisfy(error -> assertThat(error.path())
                .startsWith("Bundle.entry[1].resource"));
    }

    @Test
    void the_bundle_itself_has_rules_too() {
        Bundle bundle = transaction(Examples.parsed(Patient.class, "Patient-jordan-doe"));
        bundle.getEntryFirstRep().setRequest(null);

        assertThat(validate(bundle).errors()).extracting(Finding::key).contains("bdl-3");
    }

    @Test
    void a_social_security_number_is_a_warning_here() {
        Patient patient = Examples.parsed(Patient.class, "Patient-jordan-doe");
        patient.addIdentifier().setSystem("http://hl7.org/fhir/sid/us-ssn").setValue("999-11-2222");

        Findings findings = validate(transaction(patient));

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).extracting(Finding::key).contains("iop-pat-2");
    }

    private Findings validate(Bundle bundle) {
        return validator.validate(
                ResourceValidator.read(Examples.FHIR.newJsonParser().encodeResourceToString(bundle)));
    }

    private static Bundle transaction(Resource... resources) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .setFullUrl("https://warmhandoff.org/fhir/"
                            + resource.getIdElement().getValue())
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(resource.fhirType());
        }
        return bundle;
    }
}
