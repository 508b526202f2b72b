package org.warmhandoff.server.validation;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.IValidationContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.utilities.json.model.JsonObject;

/**
 * What HAPI's {@code $validate} asks: the same profiles as for a write, those that the caller names besides, and nothing
 * forgiven or left out.
 */
final class ValidateOperation implements IInstanceValidatorModule {

    private final InstanceValidators validators;

    ValidateOperation(InstanceValidators validators) {
        this.validators = validators;
    }

    @Override
    public void validateResource(IValidationContext<IBaseResource> asked) {
        byte[] text = asked.getResourceAsString().getBytes(StandardCharsets.UTF_8);
        ReceivedBody body = asked.getResourceAsStringEncoding() == EncodingEnum.XML
                ? ReceivedBody.xml(text, validators.context())
                : ReceivedBody.json(text, StandardCharsets.UTF_8);
        body.findings().all().forEach(finding -> asked.addValidationMessage(message(finding)));
        if (body.resource() != null) {
            judge(body.resource(), asked);
        }
    }

    private void judge(JsonObject resource, IValidationContext<IBaseResource> asked) {
        Set<String> profiles = new LinkedHashSet<>(asked.getOptions().getProfiles());
        profiles.addAll(ProfileChoice.of(resource));
        List<String> known = new ArrayList<>();
        for (String profile : profiles) {
            if (validators.knows(profile)) {
                known.add(profile);
            } else {
                asked.addValidationMessage(message(Finding.error("profile", "", "Profile unknown here: " + profile)));
            }
        }
        if (known.isEmpty()) {
            LabelRule.check(resource).forEach(finding -> asked.addValidationMessage(message(finding)));
        }
        Messages.findings(validators.validate(resource, known))
                .forEach(finding -> asked.addValidationMessage(message(finding)));
    }

    private static SingleValidationMessage message(Finding finding) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(finding.error() ? ResultSeverityEnum.ERROR : ResultSeverityEnum.WARNING);
        message.setLocationString(finding.path());
        message.setMessageId(finding.key());
        message.setMessage(finding.key() + ": " + finding.sentence());
        return message;
    }
}
