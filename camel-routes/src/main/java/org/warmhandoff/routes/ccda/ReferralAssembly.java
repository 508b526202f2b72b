package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.xml.XmlElement;

/** Puts the resources of one referral together, in the order in which they refer to each other. */
final class ReferralAssembly {

    private static final String CCDA = "urn:hl7-org:sdwg:ccda-structuredBody:2.1";
    private static final Pattern LOINC_CODE = Pattern.compile("[0-9]{1,7}-[0-9]");

    /** Header parts that say something and are not read; anything else that is unknown is not named, it might be content. */
    private static final Set<String> UNREAD = Set.of(
            "dataEnterer",
            "informant",
            "legalAuthenticator",
            "authenticator",
            "participant",
            "documentationOf",
            "relatedDocument",
            "authorization",
            "componentOf");

    private final Reading reading;
    private final CcdaDocument document;
    private final Clock clock;
    private final People people;
    private final Organizations organizations;

    ReferralAssembly(Reading reading, CcdaDocument document, Clock clock) {
        this.reading = reading;
        this.document = document;
        this.clock = clock;
        this.people = new People(reading);
        this.organizations = new Organizations(reading);
    }

    Bundle assemble() {
        XmlElement root = document.root();
        new RecordTargetMapper(reading).map(document.patientRole());
        ServiceRequest request = new RequestMapper(reading, clock).map(root);
        Reference requestReference = reading.resources().add(reading.key("ServiceRequest", 1), request);
        // People before what they wrote: the header says more of them.
        List<Reference> authors = authors();
        addRecipients(request);
        ReferralReasons reasons = new ReferralReasons(reading, request);
        readSections(reasons);
        reasons.complete();
        addDocuments(request, authors);
        reading.resources().add(reading.key("Task", 1), TaskMapper.of(request, requestReference, reading.parties()));
        noteUnread(root);
        Bundle bundle = reading.resources().toBundle(Confidentiality.labels(root));
        bundle.setTimestampElement(written());
        bundle.setIdentifier(Ii.of(root.at("id")).identifier(reading.localSystem()));
        return bundle;
    }

    private void readSections(ReferralReasons reasons) {
        Map<String, SectionMapper> mappers = Map.of(
                "problems", new ProblemsMapper(reading, reasons),
                "medications", new MedicationsMapper(reading),
                "allergies", new AllergiesMapper(reading),
                "reason", reasons::said);
        List<XmlElement> sections = document.root()
                .at("component", "structuredBody")
                .deep()
                .filter(element -> element.is(Templates.HL7_V3, "section"))
                .toList();
        for (XmlElement section : sections) {
            String code = section.at("code").attribute("code");
            SectionMapper mapper = mappers.get(Tables.SECTIONS.getOrDefault(code, ""));
            if (mapper != null) {
                mapper.map(section);
            } else {
                boolean plain = LOINC_CODE.matcher(code).matches();
                reading.notes().add("section " + (plain ? code : "of unknown code") + " not mapped");
            }
        }
        if (document.root().at("component", "nonXMLBody").present()) {
            reading.notes().add("nonXMLBody not mapped");
        }
    }

    /** The receiver is a partner; the person stands beside it. */
    private void addRecipients(ServiceRequest request) {
        for (XmlElement recipient : document.root().all("informationRecipient", "intendedRecipient")) {
            XmlElement person = recipient.at("informationRecipient");
            Reference reference = person.absent() ? null : people.reference(recipient, person);
            if (reference != null && reference.hasReference()) {
                request.addPerformer(reference);
            }
        }
    }

    private void addDocuments(ServiceRequest request, List<Reference> authors) {
        authors.stream().filter(Reference::hasReference).forEach(author -> request.addSupportingInfo(author.copy()));
        Reference custodian = organizations.reference(
                document.root().at("custodian", "assignedCustodian", "representedCustodianOrganization"));
        DocumentMapper documents = new DocumentMapper(reading);
        Ii id = Ii.of(document.root().at("id"));
        request.addSupportingInfo(documents.keep(
                new DocumentMapper.Kept(type(), id, "application/hl7-cda+xml", CCDA, document.body()),
                written(),
                authors,
                custodian));
        for (CcdaDocument.Other other : document.others()) {
            request.addSupportingInfo(documents.keep(
                    new DocumentMapper.Kept(other.type(), new Ii("", ""), other.contentType(), "", other.body()),
                    written(),
                    authors,
                    custodian));
        }
    }

    private List<Reference> authors() {
        List<Reference> authors = new ArrayList<>();
        int ordinal = 0;
        for (XmlElement author : document.root().all("author", "assignedAuthor")) {
            Reference organization = organizations.reference(author.at("representedOrganization"));
            Reference person = people.reference(author, author.at("assignedPerson"));
            if (person != null) {
                authors.add(people.role(author, person, organization, reading.key("PractitionerRole", ++ordinal)));
            } else if (organization != null) {
                authors.add(organization);
            }
        }
        return authors;
    }

    private CodeableConcept type() {
        CodeableConcept type = reading.concept(document.root().at("code"), Narrative.NONE);
        boolean loinc = type != null
                && type.getCoding().stream().anyMatch(coding -> CodeSystems.LOINC.equals(coding.getSystem()));
        return type != null && loinc
                ? type
                : new CodeableConcept(new Coding(
                        CodeSystems.LOINC,
                        document.kind().loinc(),
                        document.kind().display()));
    }

    private @Nullable InstantType written() {
        return reading.times().instant(document.root().at("effectiveTime"));
    }

    private void noteUnread(XmlElement root) {
        root.children()
                .map(XmlElement::name)
                .filter(UNREAD::contains)
                .distinct()
                .forEach(name -> reading.notes().add(name + " not mapped"));
    }
}
