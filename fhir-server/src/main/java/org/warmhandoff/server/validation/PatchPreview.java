package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.jpa.patch.JsonPatchUtils;
import ca.uhn.fhir.jpa.patch.XmlPatchUtils;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** What a resource would be after a patch, so that it can be judged before the transaction that applies it. */
@Component
public class PatchPreview {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final DaoRegistry daos;

    PatchPreview(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Empty when there is nothing to patch or the patch does not fit; then HAPI has the better answer. */
    public Optional<Resource> of(RequestDetails request) {
        if (request.getId() == null || !request.getId().hasIdPart()) {
            return Optional.empty();
        }
        try {
            IBaseResource current = daos.getResourceDao(request.getResourceName())
                    .read(request.getId().toUnqualifiedVersionless(), ResourceStore.ownRequest());
            return Optional.of((Resource) patched(current, request));
        } catch (BaseServerResponseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static IBaseResource patched(IBaseResource current, RequestDetails request) {
        PatchTypeEnum type = Objects.requireNonNull(
                PatchTypeEnum.forContentTypeOrThrowInvalidRequestException(FHIR, request.getHeader("Content-Type")));
        String body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
        return switch (type) {
            case JSON_PATCH -> JsonPatchUtils.apply(FHIR, current, body);
            case XML_PATCH -> XmlPatchUtils.apply(FHIR, current, body);
            default -> {
                new FhirPatch(FHIR).apply(current, parameters(type, body));
                yield current;
            }
        };
    }

    private static Parameters parameters(PatchTypeEnum type, String body) {
        IParser parser = type == PatchTypeEnum.FHIR_PATCH_XML ? FHIR.newXmlParser() : FHIR.newJsonParser();
        return parser.parseResource(Parameters.class, body);
    }
}
