package org.warmhandoff.server.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.method.ResourceParameter;
import java.nio.charset.Charset;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Validates what clients write as they sent it: before it is parsed leniently, and before a database transaction begins.
 */
@Interceptor
@Component
public class IncomingValidation {

    private static final String FINDINGS = IncomingValidation.class.getName();

    private final InstanceValidators validators;
    private final ResourceValidator resources;
    private final BundleValidator bundles;
    private final PatchPreview patches;
    private final ValidationMeters meters;
    private final List<RefusalListener> listeners;
    private final List<JudgedLater> exceptions;

    IncomingValidation(
            InstanceValidators validators,
            ResourceValidator resources,
            BundleValidator bundles,
            PatchPreview patches,
            ValidationMeters meters,
            List<RefusalListener> listeners,
            List<JudgedLater> exceptions) {
        this.validators = validators;
        this.resources = resources;
        this.bundles = bundles;
        this.patches = patches;
        this.meters = meters;
        this.listeners = listeners;
        this.exceptions = exceptions;
    }

    /** What validation said of the request's body; nothing for a request that writes nothing. */
    static Findings findings(RequestDetails request) {
        return request.getUserData().get(FINDINGS) instanceof Findings findings ? findings : Findings.NONE;
    }

    /** Spares the entries of a Bundle that was judged as it came a second look. */
    public static void markEntries(RequestDetails request, Bundle bundle) {
        if (request.getUserData().containsKey(FINDINGS)) {
            Validated.markEntries(bundle);
        }
    }

    /** The refusal of a body, for its sender. */
    public static UnprocessableEntityException refusal(Findings findings) {
        Finding first = findings.errors().get(0);
        return new UnprocessableEntityException(first.key() + ": " + first.sentence(), findings.outcome());
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void received(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        boolean one = operation == RestOperationTypeEnum.CREATE || operation == RestOperationTypeEnum.UPDATE;
        if (!one
                && operation != RestOperationTypeEnum.TRANSACTION
                && !"$process-message".equals(request.getOperation())) {
            return;
        }
        if (later(request)) {
            return;
        }
        @Nullable
        Findings findings =
                one ? meters.resource(() -> judge(request, true)) : meters.bundle(() -> judge(request, false));
        if (findings == null) {
            return;
        }
        if (findings.refuse()) {
            listeners.forEach(listener -> listener.refused(request, findings));
            throw findings.all().get(0).path().isEmpty()
                    ? new InvalidRequestException("The body cannot be read", findings.outcome())
                    : refusal(findings);
        }
        request.getUserData().put(FINDINGS, findings);
    }

    private boolean later(RequestDetails request) {
        return exceptions.stream().anyMatch(exception -> exception.judgedLater(request));
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void parsed(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.PATCH && !later(request)) {
            patches.of(request).ifPresent(patched -> {
                Findings findings = resources.validate(patched);
                if (findings.refuse()) {
                    throw refusal(findings);
                }
                request.getUserData().put(FINDINGS, findings);
            });
        } else if (request.getUserData().containsKey(FINDINGS) && request.getResource() instanceof Resource resource) {
            Validated.mark(resource);
        }
    }

    /** Null when there is nothing to judge; then nothing is marked as judged either, and the storage guard looks at it. */
    private @Nullable Findings judge(RequestDetails request, boolean one) {
        ReceivedBody body = body(request);
        if (body == null) {
            return null;
        }
        JsonObject resource = body.resource();
        if (resource == null) {
            return body.findings();
        }
        return body.findings().and(one ? judge(resource) : bundles.validate(resource));
    }

    private Findings judge(JsonObject resource) {
        return SocialSecurityNumbers.removeFrom(resource).and(resources.validate(resource));
    }

    /** Null for a body that HAPI will refuse for not being FHIR. */
    private @Nullable ReceivedBody body(RequestDetails request) {
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        byte[] bytes = request.loadRequestContents();
        if (encoding == null || bytes == null || bytes.length == 0) {
            return null;
        }
        Charset charset = ResourceParameter.determineRequestCharset(request);
        return encoding == EncodingEnum.XML
                ? ReceivedBody.xml(bytes, validators.context())
                : encoding == EncodingEnum.JSON ? ReceivedBody.json(bytes, charset) : null;
    }
}
