package org.warmhandoff.routes.court.order;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.court.order.CourtOrder.CourtDocument;
import org.warmhandoff.routes.court.order.CourtOrder.Envelope;
import org.warmhandoff.routes.court.order.CourtOrder.Numbers;
import org.warmhandoff.routes.court.order.CourtOrder.Participant;
import org.warmhandoff.routes.court.order.CourtOrder.Terms;

/**
 * OASIS ECF 5.0 and 5.01, core: a filing, a filing that was docketed, a court date; what is specific to a kind of case is
 * not read. ECF has no place for hours a week or the terms of a release, so an order that states them is better sent as
 * {@link NiemOrder}.
 */
final class EcfFiling {

    private static final String FILING = "filing:FilingMessage";
    private static final String DOCKETED = "docket:RecordDocketingMessage";
    private static final String COURT_DATE = "datecallback:NotifyCourtDateMessage";

    private final XmlElement message;
    private final XmlElement filing;
    private final List<String> notes = new ArrayList<>();

    private EcfFiling(XmlElement message) {
        this.message = message;
        this.filing = message.find(FILING).orElse(message);
    }

    /** Empty when it is none of the messages that a referral can come of. */
    static Optional<CourtOrder> read(XmlElement root) {
        return Stream.of(FILING, DOCKETED, COURT_DATE)
                .flatMap(name -> at(root, name).stream())
                .findFirst()
                .map(message -> new EcfFiling(message).read());
    }

    /** The message itself, or wrapped as the payload of an operation ({@code wrappers:ReviewFilingRequest}). */
    private static Optional<XmlElement> at(XmlElement root, String name) {
        boolean wrapped = root.name().startsWith("wrappers:");
        return root.name().equals(name) ? Optional.of(root) : wrapped ? root.find(name) : Optional.empty();
    }

    private CourtOrder read() {
        OrderKind kind = message.name().equals(COURT_DATE) ? OrderKind.HEARING_NOTICE : kind();
        String docket = docket();
        return new CourtOrder(
                kind,
                envelope(),
                new Numbers(docket, docket),
                participant(kind).orElse(null),
                new Terms(orderedOn(), null, null, null, null, null, List.of(), null),
                hearing(),
                null,
                documents(),
                notes);
    }

    private Envelope envelope() {
        OffsetDateTime sentAt = message.moment("nc:DocumentPostDate");
        if (sentAt == null) {
            throw new UnusableOrder(
                    "required", message.path() + "/nc:DocumentPostDate", "nc:DocumentPostDate is missing.");
        }
        List<String> recipients = Stream.of(message, filing)
                .flatMap(part -> part.all("ecf:ElectronicServiceInformation").stream())
                .map(service -> service.text("ecf:ServiceRecipientID", "nc:IdentificationID"))
                .toList();
        return new Envelope(
                Texts.number(message, "nc:DocumentIdentification", "nc:IdentificationID"),
                sentAt,
                message.require("j:CaseCourt", "nc:OrganizationIdentification", "nc:IdentificationID"),
                recipients);
    }

    /** The clerk's reading of the lead document, else the filer's. */
    private XmlElement lead() {
        return message.find("ecf:LeadDocumentReview", "ecf:ReviewedDocument")
                .or(() -> filing.find("filing:FilingLeadDocument"))
                .orElseThrow(() -> new UnusableOrder(
                        "required", filing.path() + "/filing:FilingLeadDocument", "The lead document is missing."));
    }

    private OrderKind kind() {
        XmlElement lead = lead();
        List<String> names = Stream.of(
                        lead.text("nc:DocumentCategoryText"),
                        lead.text("ecf:DocumentAugmentation", "ecf:RegisterActionDescriptionCode"),
                        lead.text("nc:DocumentDescriptionText"),
                        lead.text("nc:DocumentTitleText"))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.stream().anyMatch(DocumentKinds::disclosure)) {
            throw Disclosure.refused(lead.path());
        }
        return names.stream()
                .flatMap(name -> DocumentKinds.filing(name).stream())
                .findFirst()
                .orElseThrow(() -> new UnusableOrder(
                        "not-supported",
                        lead.path() + "/nc:DocumentCategoryText",
                        "The lead document must be an order, a changed or vacated order, a notice of hearing or a"
                                + " release."));
    }

    private XmlElement courtCase() {
        return message.find("docket:CorrectedCase")
                .or(() -> message.find("nc:Case"))
                .or(() -> filing.find("nc:Case"))
                .orElseThrow(() -> new UnusableOrder("required", filing.path() + "/nc:Case", "nc:Case is missing."));
    }

    private String docket() {
        XmlElement found = courtCase();
        return Stream.of(
                        Texts.numberOrNull(found, "nc:CaseDocketID"),
                        Texts.numberOrNull(found, "ecf:CaseAugmentation", "j:CaseNumberText"),
                        Texts.numberOrNull(found, "ecf:CaseAugmentation", "ecf:CaseTrackingID", "nc:IdentificationID"))
                .filter(number -> number != null)
                .findFirst()
                .orElseThrow(() -> new UnusableOrder(
                        "required",
                        found.path() + "/ecf:CaseAugmentation/j:CaseNumberText",
                        "The case number is missing."));
    }

    private Optional<Participant> participant(OrderKind kind) {
        List<XmlElement> persons = courtCase().find("ecf:CaseAugmentation").stream()
                .flatMap(augmentation -> augmentation.all("ecf:CaseParty").stream())
                .flatMap(party -> party.find("nc:EntityPerson").stream())
                .map(this::resolved)
                .toList();
        List<XmlElement> named =
                persons.stream().filter(EcfFiling::isParticipant).toList();
        List<XmlElement> candidates = named.isEmpty() ? persons : named;
        if (candidates.size() == 1) {
            return Optional.of(Persons.ofFiling(candidates.get(0)));
        } else if (kind == OrderKind.COURT_ORDER_TREATMENT) {
            throw new UnusableOrder(
                    candidates.isEmpty() ? "required" : "multiple-matches",
                    courtCase().path() + "/ecf:CaseAugmentation/ecf:CaseParty",
                    "Exactly one party must be the participant (role Participant or Defendant).");
        }
        return Optional.empty();
    }

    private static boolean isParticipant(XmlElement person) {
        String role = person.text("ecf:PersonAugmentation", "ecf:CaseParticipantRoleCode");
        return role.equalsIgnoreCase("Participant") || role.equalsIgnoreCase("Defendant");
    }

    /** NIEM lets an element stand for another one ({@code structures:ref}). */
    private XmlElement resolved(XmlElement element) {
        String reference = element.attribute("structures:ref");
        return reference.isEmpty()
                ? element
                : message.all()
                        .filter(other -> other.attribute("structures:id").equals(reference))
                        .findFirst()
                        .map(XmlElement::taken)
                        .orElse(element);
    }

    private @Nullable LocalDate orderedOn() {
        return message.name().equals(COURT_DATE) ? null : lead().date("nc:DocumentEffectiveDate");
    }

    private @Nullable LocalDate hearing() {
        return courtCase()
                .find("j:CaseAugmentation", "j:CaseCourtEvent", "j:CourtEventSchedule")
                .map(schedule -> schedule.date("nc:ScheduleDate"))
                .orElse(null);
    }

    private List<CourtDocument> documents() {
        List<CourtDocument> documents = new ArrayList<>();
        Stream.of("filing:FilingLeadDocument", "filing:FilingConnectedDocument")
                .flatMap(name -> filing.all(name).stream())
                .forEach(document -> add(document, documents));
        return documents;
    }

    private void add(XmlElement document, List<CourtDocument> documents) {
        Optional<CourtDocument.Type> type = DocumentKinds.of(document.text("nc:DocumentCategoryText"));
        Optional<XmlElement> data = document.find(
                "ecf:DocumentAugmentation", "ecf:DocumentRendition", "nc:Attachment", "nc:Base64BinaryObject");
        if (type.isPresent() && data.isPresent()) {
            documents.add(new CourtDocument(type.get(), Texts.pdf(data.get())));
        } else {
            notes.add(document.local() + " left out: " + (type.isEmpty() ? "of another kind" : "not in the message"));
        }
    }
}
