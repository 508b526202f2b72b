package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * Reads C-CDA documents that are attached to a referral of another dialect: inline in a DocumentReference (FHIR, or OBX of
 * type ED in HL7 v2), or in a Binary beside it. What they say becomes resources; they themselves stay as the sender attached
 * them. Never throws for what a document says. Safe for use by many threads.
 */
public final class AttachedDocuments {

    /** More than a sender has reason to attach; reading one costs time. */
    private static final int MOST = 5;

    private static final Set<String> XML = Set.of("application/hl7-cda+xml", "text/xml", "application/xml");

    private final PartnerIds partners;
    private final CcdaTranslator translator;

    /**
     * @param zone where times without an offset were written
     * @param clock dates a document that carries no date
     */
    public AttachedDocuments(PartnerDirectory partners, ZoneId zone, Clock clock) {
        this.partners = new PartnerIds(partners);
        this.translator = new CcdaTranslator(zone, clock);
    }

    /** The same message when it has no document that says anything new. */
    public ReferralMessage read(ReferralMessage message) {
        if (message.event() != Event.NEW && message.event() != Event.MODIFY) {
            return message;
        }
        ReferralMessage all = message;
        for (byte[] body : bodies(message.resources())) {
            if (Opened.ofDocument(body) instanceof Opened.Fit fit && fit.document() != null) {
                all = with(all, fit.document());
            }
        }
        return all;
    }

    private ReferralMessage with(ReferralMessage message, CcdaDocument document) {
        ReferralMessage told = translator.translate(
                document, new Reading.Parties(partners, message.sender(), message.receiver(), number(message)));
        return Supplement.of(message, told, false)
                .orElseGet(() -> noted(message, "an attached C-CDA document is not of this patient, kept unread"));
    }

    private static ReferralMessage noted(ReferralMessage message, String note) {
        List<String> notes = new ArrayList<>(message.notes());
        notes.add(note);
        return new ReferralMessage(
                message.event(), message.sender(), message.receiver(), message.placer(), message.resources(), notes);
    }

    private static Identifier number(ReferralMessage message) {
        return message.resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .flatMap(task -> ((Task) task).getIdentifier().stream())
                .filter(number -> message.placer().equals(number.getValue()))
                .findFirst()
                .map(Identifier::copy)
                .orElseGet(() -> ReferralNumber.placer(new Identifier()
                        .setSystem(new Assigners(message.sender().id()).own())
                        .setValue(message.placer())));
    }

    /** In the order in which they are referred to; one that stands inline and in a Binary is read once. */
    private static List<byte[]> bodies(Bundle bundle) {
        Set<Attachment> attachments = new LinkedHashSet<>();
        bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(DocumentReference.class::isInstance)
                .flatMap(document -> ((DocumentReference) document).getContent().stream())
                .forEach(content -> attachments.add(content.getAttachment()));
        return attachments.stream()
                .limit(MOST)
                .map(attachment -> body(attachment, bundle))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> body(Attachment attachment, Bundle bundle) {
        if (attachment.hasData()) {
            return Optional.of(attachment.getData()).filter(data -> isXml(attachment.getContentType()));
        }
        return bundle.getEntry().stream()
                .filter(entry -> attachment.hasUrl() && names(entry, attachment.getUrl()))
                .map(BundleEntryComponent::getResource)
                .filter(Binary.class::isInstance)
                .map(Binary.class::cast)
                .filter(binary -> isXml(binary.getContentType()) && binary.hasData())
                .map(Binary::getData)
                .findFirst();
    }

    private static boolean names(BundleEntryComponent entry, String url) {
        Resource resource = entry.getResource();
        return url.equals(entry.getFullUrl())
                || resource != null
                        && resource.hasId()
                        && url.equals(resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart());
    }

    private static boolean isXml(@Nullable String contentType) {
        return contentType != null
                && XML.contains(contentType.split(";")[0].strip().toLowerCase(Locale.ROOT));
    }
}
