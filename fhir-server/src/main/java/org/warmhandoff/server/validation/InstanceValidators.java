package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * HL7's instance validators, kept and lent out. HAPI makes a new one for each resource, and most of what that costs is the
 * making: it reads a table of OIDs from the class path, and every FHIRPath has to be parsed anew.
 */
final class InstanceValidators {

    /** Extensions of US Core and other guides of HL7, whose definitions are not here. */
    private static final String HL7 = "http://hl7.org/fhir/";

    private final BlockingQueue<Slot> idle;
    private final WorkerContextValidationSupportAdapter context;

    /** One of the places for a validator; empty until it is needed, and again when it failed. */
    private static final class Slot {
        private @org.jspecify.annotations.Nullable InstanceValidator validator;
    }

    /** @param size how many resources are validated at once */
    InstanceValidators(WorkerContextValidationSupportAdapter context, int size) {
        this.context = context;
        idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(new Slot());
        }
    }

    /**
     * Holds a resource, as JSON, against R4 and the profiles named, and against what those impose.
     *
     * @throws FHIRException when the validator itself fails
     */
    List<ValidationMessage> validate(JsonObject resource, List<String> profiles) {
        return lent(validator -> {
            List<StructureDefinition> definitions = new ArrayList<>();
            profiles.forEach(url -> definitions.add(context.fetchResource(StructureDefinition.class, url)));
            // Whoever keeps a profile of ours says nothing in an extension that only they know.
            validator.setAnyExtensionsAllowed(definitions.isEmpty());
            List<ValidationMessage> messages = new ArrayList<>();
            validator.validate(null, messages, resource, definitions);
            return messages;
        });
    }

    /** Whether a profile of that URL is known. */
    boolean knows(String profile) {
        return context.fetchResource(StructureDefinition.class, profile) != null;
    }

    WorkerContextValidationSupportAdapter context() {
        return context;
    }

    private <T> T lent(Function<InstanceValidator, T> work) {
        Slot slot = take();
        boolean sound = false;
        try {
            InstanceValidator validator = slot.validator == null ? create() : slot.validator;
            T result = work.apply(validator);
            slot.validator = validator;
            sound = true;
            return result;
        } finally {
            if (!sound) {
                slot.validator = null;
            }
            idle.add(slot);
        }
    }

    private Slot take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a validator", e);
        }
    }

    private InstanceValidator create() {
        InstanceValidator validator = new InstanceValidator(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.getExtensionDomains().add(HL7);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setNoExtensibleWarnings(true);
        // Checks the type that a reference names; whether it is there is for the database to say.
        validator.setAssumeValidRestReferences(true);
        validator.setAllowExamples(true);
        validator.setAllowXsiLocation(true);
        return validator;
    }
}
