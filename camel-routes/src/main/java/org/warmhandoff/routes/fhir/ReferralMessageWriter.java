package org.warmhandoff.routes.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.FhirCarriage;

/**
 * Writes message Bundles of BSeR shape: MessageHeader first with event I12, I13 or I14 of table 0003 and the Task in
 * focus, then the resources under their addresses here. Thread-safe.
 */
public final class ReferralMessageWriter {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirTerser TERSER = FHIR.newTerser();

    private final Clock clock;
    private final String fhirBase;

    /** @param fhirBase how partners see our FHIR API, such as {@code https://hub.example/fhir} */
    public ReferralMessageWriter(Clock clock, String fhirBase) {
        this.clock = clock;
        this.fhirBase = fhirBase;
    }

    /**
     * @param event {@code I12}, {@code I13} or {@code I14}
     * @param messageId {@code Bundle.identifier} and MessageHeader id: the same on every retry
     * @param focus {@code Task/[id]}
     * @param carriage what goes along
     * @return the Bundle as JSON, UTF-8
     */
    public byte[] write(String event, String messageId, String focus, List<Resource> resources, Carriage carriage) {
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE).setTimestamp(Date.from(clock.instant()));
        bundle.setIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + messageId));
        bundle.addEntry().setFullUrl("urn:uuid:" + messageId).setResource(header(event, messageId, focus));
        Set<String> sent = resources.stream().map(ReferralMessageWriter::name).collect(Collectors.toSet());
        resources.stream()
                .sorted(Comparator.comparing(resource -> resource instanceof Task ? 0 : 1))
                .map(Resource::copy)
                .forEach(resource -> add(bundle, resource, sent));
        FhirCarriage.onto(bundle, carriage);
        return FHIR.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private MessageHeader header(String event, String messageId, String focus) {
        MessageHeader header = new MessageHeader();
        header.setId(messageId);
        header.setEvent(new Coding(CodeSystems.V2_EVENT, event, null));
        header.getSource().setName("Warm Handoff").setEndpoint(fhirBase);
        header.addFocus(new Reference(fhirBase + "/" + focus));
        return header;
    }

    private void add(Bundle bundle, Resource resource, Set<String> sent) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            String target = reference.getReference();
            if (target != null && sent.contains(target)) {
                reference.setReference(fhirBase + "/" + target);
            } else if (target != null && reference.hasIdentifier()) {
                // A partner: its identifier says more to the receiver than our id.
                reference.setReference(null);
            }
        }
        for (Attachment attachment : TERSER.getAllPopulatedChildElementsOfType(resource, Attachment.class)) {
            if (attachment.hasUrl() && sent.contains(attachment.getUrl())) {
                attachment.setUrl(fhirBase + "/" + attachment.getUrl());
            }
        }
        String name = name(resource);
        resource.setId(resource.getIdElement().getIdPart());
        bundle.addEntry().setFullUrl(fhirBase + "/" + name).setResource(resource);
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
