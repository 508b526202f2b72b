package org.warmhandoff.routes.ccda;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.intake.NameUuid;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.Partner;

/** The header of a Referral Note in the order of the CDA schema (US Realm Header, 2.16.840.1.113883.10.20.22.1.1). */
final class ReferralNoteHeader {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    private final ForwardedReferral referral;
    private final ReferralContent content;
    private final CdaOut out;
    private final CdaParts parts;

    ReferralNoteHeader(ForwardedReferral referral, CdaOut out) {
        this.referral = referral;
        this.content = referral.content();
        this.out = out;
        this.parts = new CdaParts(out);
    }

    void write() {
        out.empty("realmCode", "code", "US");
        out.empty("typeId", "root", "2.16.840.1.113883.1.3", "extension", "POCD_HD000040");
        out.empty("templateId", "root", Templates.ROOT + "1.1", "extension", "2015-08-01");
        out.empty("templateId", "root", Templates.ROOT + "1.14", "extension", "2015-08-01");
        out.empty("id", "root", referral.messageId().toString());
        out.empty("code", "code", "57133-1", "codeSystem", NoteBody.LOINC, "displayName", "Referral note");
        out.text("title", referral.event() == Event.CANCEL ? "Referral cancelled" : "Referral note");
        out.empty("effectiveTime", "value", written());
        out.empty("confidentialityCode", "code", confidentiality(), "codeSystem", "2.16.840.1.113883.5.25");
        out.empty("languageCode", "code", "en-US");
        new RecordTarget(content.patient(), out, parts).write();
        author();
        out.open("custodian").open("assignedCustodian").open("representedCustodianOrganization");
        organization(referral.requester());
        parts.unknown("telecom", "addr");
        out.close().close().close();
        recipients();
        content.all(RelatedPerson.class).forEach(this::participant);
        out.open("inFulfillmentOf").open("order");
        parts.id(Roots.of(ReferralNoteWriter.placer(referral)));
        out.close().close();
        replaced();
    }

    private String written() {
        return content.request().hasAuthoredOn()
                ? CdaParts.time(content.request().getAuthoredOnElement())
                : TIME.format(referral.at());
    }

    private String confidentiality() {
        return content.all(Resource.class).stream()
                .flatMap(resource -> resource.getMeta().getSecurity().stream())
                .filter(label -> CodeSystems.CONFIDENTIALITY.equals(label.getSystem()) && label.hasCode())
                .map(Coding::getCode)
                .max(java.util.Comparator.comparingInt("ULMNRV"::indexOf))
                .orElse("N");
    }

    /** Who wrote the referral, for its requester. */
    private void author() {
        List<Reference> people = content.request().getSupportingInfo().stream()
                .filter(reference -> person(reference).isPresent())
                .toList();
        people.forEach(this::author);
        if (people.isEmpty()) {
            out.open("author").empty("time", "value", written()).open("assignedAuthor");
            parts.unknown("id", "addr", "telecom");
            out.open("assignedAuthoringDevice");
            out.text("manufacturerModelName", "Warm Handoff").text("softwareName", "Warm Handoff");
            out.close();
            represented(referral.requester());
            out.close().close();
        }
    }

    private void author(Reference reference) {
        Practitioner person = person(reference).orElseThrow();
        Optional<PractitionerRole> role = content.find(reference, PractitionerRole.class);
        out.open("author").empty("time", "value", written()).open("assignedAuthor");
        parts.ids(person.getIdentifier());
        role.filter(PractitionerRole::hasCode).ifPresent(post -> parts.concept("code", post.getCodeFirstRep()));
        parts.reach(person.getAddress(), role.map(PractitionerRole::getTelecom).orElseGet(person::getTelecom));
        out.open("assignedPerson");
        person.getName().forEach(parts::name);
        out.close();
        represented(referral.requester());
        out.close().close();
    }

    private Optional<Practitioner> person(Reference reference) {
        return content.find(reference, PractitionerRole.class)
                .flatMap(role -> content.find(role.getPractitioner(), Practitioner.class))
                .or(() -> content.find(reference, Practitioner.class));
    }

    private void represented(Partner partner) {
        out.open("representedOrganization");
        organization(partner);
        out.close();
    }

    private void recipients() {
        List<Practitioner> people = content.request().getPerformer().stream()
                .flatMap(reference -> person(reference).stream())
                .toList();
        for (Practitioner person : people) {
            out.open("informationRecipient").open("intendedRecipient");
            parts.ids(person.getIdentifier());
            person.getAddress().forEach(parts::address);
            person.getTelecom().forEach(parts::telecom);
            out.open("informationRecipient");
            person.getName().forEach(parts::name);
            out.close();
            received();
        }
        if (people.isEmpty()) {
            out.open("informationRecipient").open("intendedRecipient");
            received();
        }
    }

    private void received() {
        out.open("receivedOrganization");
        organization(referral.receiver());
        out.close().close().close();
    }

    private void organization(Partner partner) {
        out.empty("id", "root", Roots.oid(Canonical.PARTNER), "extension", partner.id());
        partner.identifiers()
                .forEach(identifier -> parts.id(
                        Roots.of(new Identifier().setSystem(identifier.system()).setValue(identifier.value()))));
        out.text("name", partner.name());
    }

    private void participant(RelatedPerson person) {
        out.open("participant", "typeCode", "IND").open("associatedEntity", "classCode", "PRS");
        person.getRelationship().stream().limit(1).forEach(relation -> parts.concept("code", relation));
        person.getAddress().forEach(parts::address);
        person.getTelecom().forEach(parts::telecom);
        out.open("associatedPerson");
        person.getName().forEach(parts::name);
        out.close().close().close();
    }

    /** A changed referral replaces what was sent before under the same number. */
    private void replaced() {
        if (referral.event() == Event.MODIFY) {
            String set = NameUuid.of("referral-note|" + referral.requester().id() + "|"
                            + ReferralNoteWriter.placer(referral).getValue())
                    .toString();
            out.open("relatedDocument", "typeCode", "RPLC").open("parentDocument");
            out.empty("id", "root", set);
            out.close().close();
        }
    }
}
