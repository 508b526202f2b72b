package org.warmhandoff.routes.court.order;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.court.order.CourtOrder.CourtDocument;
import org.warmhandoff.routes.court.order.CourtOrder.Envelope;
import org.warmhandoff.routes.court.order.CourtOrder.Numbers;
import org.warmhandoff.routes.court.order.CourtOrder.Release;
import org.warmhandoff.routes.court.order.CourtOrder.Terms;

/** Our own XML, {@code co:CourtOrderMessage} ({@code court-order-1.0.xsd}, docs/court-orders.md), with NIEM's names. */
final class NiemOrder {

    static final String ROOT = "co:CourtOrderMessage";

    private static final Set<String> PRIORITIES = Set.of("routine", "urgent", "asap", "stat");
    private static final Set<String> LEVELS =
            Set.of("0.5", "1", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.3", "3.5", "3.7", "4", "OTP");
    private static final Set<String> EVENTS =
            Set.of("end-of-treatment", "final-disposition", "completion-of-supervision");

    private final XmlElement message;
    private final List<String> notes = new ArrayList<>();

    private NiemOrder(XmlElement message) {
        this.message = message;
    }

    static CourtOrder read(XmlElement message) {
        return new NiemOrder(message).read();
    }

    private CourtOrder read() {
        OrderKind kind = kind();
        XmlElement participant = message.find("co:Participant").orElse(null);
        return new CourtOrder(
                kind,
                envelope(),
                numbers(),
                participant == null ? null : Persons.ofOrder(participant),
                terms(),
                message.date("co:Hearing"),
                release(),
                documents(),
                notes);
    }

    private OrderKind kind() {
        String code = message.require("nc:DocumentCategoryText");
        String path = message.path() + "/nc:DocumentCategoryText";
        if (code.equals("court-order-disclosure")) {
            throw Disclosure.refused(path);
        }
        return OrderKind.ofCode(code)
                .orElseThrow(() -> new UnusableOrder(
                        "not-supported",
                        path,
                        "The message must be one of court-order-treatment, order-modified, hearing-notice, roi-signed"
                                + " and order-vacated."));
    }

    private Envelope envelope() {
        OffsetDateTime sentAt = message.moment("nc:DocumentPostDate");
        if (sentAt == null) {
            throw new UnusableOrder(
                    "required", message.path() + "/nc:DocumentPostDate", "nc:DocumentPostDate is missing.");
        }
        return new Envelope(
                Texts.number(message, "nc:DocumentIdentification", "nc:IdentificationID"),
                sentAt,
                message.require("j:CaseCourt", "nc:OrganizationIdentification", "nc:IdentificationID"),
                List.of(message.text("co:Program", "nc:OrganizationIdentification", "nc:IdentificationID")));
    }

    private Numbers numbers() {
        String docket = Texts.number(message, "nc:Case", "nc:CaseDocketID");
        String order = Texts.numberOrNull(message, "co:Order", "co:OrderID");
        return new Numbers(docket, order == null ? docket : order);
    }

    private Terms terms() {
        XmlElement order = message.find("co:Order").orElse(null);
        if (order == null) {
            return Terms.NONE;
        }
        String priority = order.textOrNull("co:PriorityCode");
        if (priority != null && !PRIORITIES.contains(priority)) {
            throw new UnusableOrder(
                    "value", order.path() + "/co:PriorityCode", "Priority is routine, urgent, asap or stat.");
        }
        return new Terms(
                order.date("co:OrderDate"),
                priority,
                level(order),
                edition(order),
                order.date("co:TreatmentPeriod", "nc:StartDate"),
                order.date("co:TreatmentPeriod", "nc:EndDate"),
                conditions(order),
                order.textOrNull("co:ReasonText"));
    }

    private static @Nullable String level(XmlElement order) {
        String level = order.textOrNull("co:LevelOfCareCode");
        if (level != null && !LEVELS.contains(level)) {
            throw new UnusableOrder(
                    "value", order.path() + "/co:LevelOfCareCode", "The level of care is no code of asam-level.");
        }
        return level;
    }

    private static @Nullable String edition(XmlElement order) {
        return order.find("co:LevelOfCareCode")
                .map(level -> level.attribute("edition"))
                .filter(Set.of("3", "4")::contains)
                .orElse(null);
    }

    private static List<String> conditions(XmlElement order) {
        List<String> conditions = new ArrayList<>();
        Texts.count(order, "co:HoursPerWeek")
                .ifPresent(hours -> conditions.add("At least " + hours + " hours of treatment a week"));
        Texts.count(order, "co:DrugTestsPerWeek").ifPresent(tests -> conditions.add("Drug tests a week: " + tests));
        order.all("co:ConditionText").stream()
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .forEach(conditions::add);
        return conditions;
    }

    private @Nullable Release release() {
        XmlElement release = message.find("co:Release").orElse(null);
        if (release == null) {
            return null;
        }
        LocalDate signed = release.date("co:SignedDate");
        LocalDate expires = release.date("co:ExpirationDate");
        LocalDate revocable = release.date("co:RevocableAfterDate");
        String event = release.textOrNull("co:ExpirationEventCode");
        if (event != null && !EVENTS.contains(event)) {
            throw new UnusableOrder(
                    "value", release.path() + "/co:ExpirationEventCode", "The event must be one of " + sorted() + ".");
        }
        if (signed == null || revocable == null || (expires == null && event == null)) {
            notes.add("co:Release does not state its terms");
            return null;
        }
        return new Release(signed, expires, event, revocable);
    }

    private static String sorted() {
        return String.join(", ", EVENTS.stream().sorted().toList());
    }

    private List<CourtDocument> documents() {
        List<CourtDocument> documents = new ArrayList<>();
        for (XmlElement document : message.all("co:Document")) {
            DocumentKinds.of(document.text("nc:DocumentCategoryText"))
                    .ifPresentOrElse(
                            type -> document.find("nc:Attachment", "nc:Base64BinaryObject")
                                    .ifPresentOrElse(
                                            data -> documents.add(new CourtDocument(type, Texts.pdf(data))),
                                            () -> notes.add("co:Document without content left out")),
                            () -> notes.add("co:Document of another kind left out"));
        }
        return documents;
    }
}
