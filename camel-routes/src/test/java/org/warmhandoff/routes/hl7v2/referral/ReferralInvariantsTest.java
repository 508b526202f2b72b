package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of the guide hold for what the translation makes, even of poor messages. */
class ReferralInvariantsTest {

    private static final IFhirPath PATH = FhirContext.forR4Cached().newFhirPath();

    private static final Map<String, String> INVARIANTS = Map.of(
            "iop-pat-1 Patient", "identifier.where(type.coding.where(system=%V2-0203 and code='MR').exists()).exists()",
            "iop-pat-2 Patient", "identifier.where(system='http://hl7.org/fhir/sid/us-ssn').empty()",
            "us-core Patient",
                    "name.exists() and gender.exists() and identifier.all(system.exists() and value.exists())",
            "iop-cov-1 Coverage",
                    "(identifier.type.coding.where(code='MB').exists() or subscriberId.exists())"
                            + " and relationship.exists() and payor.count()=1",
            "iop-sr-1 ServiceRequest",
                    "intent='order' and identifier.where(type.coding.where(system=%V2-0203 and"
                            + " code='PLAC').exists()).count()=1 and code.exists() and category.exists()",
            "iop-sr-2 ServiceRequest", "reasonCode.exists() or reasonReference.exists()",
            "iop-task-4 Task",
                    "intent='order' and focus.exists() and for.exists() and requester.exists() and"
                            + " authoredOn.exists() and code.coding.where(code='fulfill').exists()",
            "iop-task-5 Task", "status='requested' and businessStatus.coding.where(code='created').count()=1",
            "us-core Encounter", "status.exists() and class.exists() and type.exists() and subject.exists()",
            "con-5 Condition",
                    "verificationStatus.coding.where(code='entered-in-error').exists() xor"
                            + " clinicalStatus.exists()");

    static Stream<String> messages() {
        return Stream.of("full", "minimal", "dirty", "v23", "adolescent", "escapes");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void hold_for_every_resource(String name) {
        Messages.translate(Messages.read(name + ".hl7")).resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .forEach(resource -> check(name, resource));
    }

    private static void check(String name, Resource resource) {
        INVARIANTS.forEach((key, expression) -> {
            if (key.endsWith(" " + resource.fhirType())) {
                String path = expression.replace("%V2-0203", "'http://terminology.hl7.org/CodeSystem/v2-0203'");
                boolean holds = PATH.evaluateFirst(resource, path, BooleanType.class)
                        .map(BooleanType::booleanValue)
                        .orElse(false);
                assertThat(holds).as(key + " in " + name).isTrue();
            }
        });
    }
}
