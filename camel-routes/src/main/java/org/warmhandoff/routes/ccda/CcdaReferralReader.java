package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Parties;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.hl7v2.referral.ReferralTranslator;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * Reads referrals from C-CDA R2.1 documents: Referral Note, CCD or Discharge Summary, plain or in an XDM package, there also
 * with an order (OMG^O19, IHE PCC 360X). Pure and safe for use by many threads.
 */
public final class CcdaReferralReader implements ReferralReader {

    /**
     * Parameter of a content type: the mailbox that a document was sent to, which may be a partner's id. Used where neither
     * the document nor its package names a partner.
     */
    public static final String RECIPIENT = "recipient";

    /** Message type of a package with an order. */
    public static final String ORDER = "OMG^O19";

    /** What is stored in one transaction, while others wait for the same patient. */
    private static final int MOST_RESOURCES = 5000;

    private final PartnerIds partners;
    private final PartnerDirectory directory;
    private final CcdaTranslator translator;
    private final ReferralTranslator orders;

    /**
     * @param zone where times without an offset were written
     * @param clock dates a document that carries no date
     */
    public CcdaReferralReader(PartnerDirectory partners, ZoneId zone, Clock clock) {
        this.partners = new PartnerIds(partners);
        this.directory = partners;
        this.orders = new ReferralTranslator(zone, clock);
        this.translator = new CcdaTranslator(zone, clock);
    }

    /**
     * A document as it arrives.
     *
     * @param controlId what tells it from others of its sender; null when it does not say
     * @param messageType LOINC code of the document, {@code OMG^O19} for an order, null when unreadable
     */
    public record Arrived(@Nullable String controlId, @Nullable String messageType, ReadReferral read) {}

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.CCDA;
    }

    @Override
    public ReadReferral read(InboundMessage message) {
        return arrive(message.sender(), message.contentType(), message.body()).read();
    }

    /**
     * Reads what arrives, once.
     *
     * @param sender partner id of who sends it; empty: who the document names as author or custodian
     * @param contentType may have the parameter {@link #RECIPIENT}
     */
    public Arrived arrive(String sender, String contentType, byte[] body) {
        Opened opened = Opened.of(body);
        if (opened instanceof Opened.Unfit unfit) {
            return new Arrived(null, null, unfit.why());
        }
        Opened.Fit fit = (Opened.Fit) opened;
        return new Arrived(
                fit.controlId().isEmpty() ? null : fit.controlId(),
                type(fit),
                read(sender, recipient(contentType), fit));
    }

    private static String type(Opened.Fit fit) {
        CcdaDocument document = fit.document();
        return fit.order() != null || document == null ? ORDER : document.kind().loinc();
    }

    private ReadReferral read(String named, String recipient, Opened.Fit opened) {
        Optional<Partner> sender = named.isEmpty() ? author(opened) : partners.byId(named);
        if (sender.isEmpty()) {
            return new Unusable("not-found", "ClinicalDocument.author", "The sender is no partner of this server.");
        }
        Optional<Partner> receiver = receiver(opened).or(() -> partners.byId(recipient));
        if (receiver.isEmpty()) {
            return new Unusable(
                    "not-found",
                    "ClinicalDocument.informationRecipient",
                    "No intended recipient has an id of a partner of this server.");
        }
        String local = new Assigners(sender.get().id()).own();
        PackagedOrder order = opened.order();
        Optional<Identifier> placer = opened.referralId(local).or(() -> ReferralNumber.of(opened.root(), local));
        if (order != null) {
            return ordered(order, opened, sender.get(), receiver.get());
        }
        return placer.map(number -> bounded(translator.translate(
                        Objects.requireNonNull(opened.document()),
                        new Reading.Parties(partners, sender.get(), receiver.get(), number))))
                .orElseGet(() -> new Unusable(
                        "required",
                        "ClinicalDocument.id",
                        "The document needs an id with an OID or UUID as its root."));
    }

    private static ReadReferral bounded(ReferralMessage message) {
        return message.resources().getEntry().size() <= MOST_RESOURCES
                ? new Usable(message)
                : new Unusable("too-costly", "ClinicalDocument.component", "The document has too many entries.");
    }

    /** The order says what is wanted; what makes or changes a referral is completed by the document. */
    private ReadReferral ordered(PackagedOrder order, Opened.Fit opened, Partner sender, Partner receiver) {
        ReferralMessage said = orders.translate(order.message(), sender, receiver);
        Identifier number = OrderNumber.complete(said, opened.referral(), new Assigners(sender.id()).own());
        CcdaDocument document = opened.document();
        boolean makes = said.event() == Event.NEW || said.event() == Event.MODIFY;
        if (document == null || !makes) {
            return new Usable(said);
        }
        ReferralMessage told = translator.translate(document, new Reading.Parties(partners, sender, receiver, number));
        return Supplement.of(said, told, true)
                .map(CcdaReferralReader::bounded)
                .orElseGet(() ->
                        new Unusable("invariant", "PID", "The order and the document are not about the same patient."));
    }

    private Optional<Partner> author(Opened.Fit opened) {
        return partners.partner(opened.root().all("author", "assignedAuthor", "representedOrganization", "id"))
                .or(() -> partners.partner(
                        opened.root().all("custodian", "assignedCustodian", "representedCustodianOrganization", "id")))
                .or(() -> message(opened).flatMap(new Parties(directory)::sender));
    }

    private static Optional<Er7Message> message(Opened.Fit opened) {
        return Optional.ofNullable(opened.order()).map(PackagedOrder::message);
    }

    /** Who the document names; else who the package is addressed to. */
    private Optional<Partner> receiver(Opened.Fit opened) {
        return partners.partner(
                        opened.root().all("informationRecipient", "intendedRecipient", "receivedOrganization", "id"))
                .or(() -> partners.partner(opened.root().all("informationRecipient", "intendedRecipient", "id")))
                .or(() -> named(opened.recipients()))
                .or(() -> message(opened).flatMap(new Parties(directory)::receiver));
    }

    private Optional<Partner> named(List<String> recipients) {
        return recipients.stream()
                .map(name -> name.indexOf('@') > 0 ? name.substring(0, name.indexOf('@')) : name)
                .flatMap(name -> partners.byId(name).stream())
                .findFirst();
    }

    private static String recipient(String contentType) {
        return Arrays.stream(contentType.split(";"))
                .map(String::strip)
                .filter(parameter -> parameter.startsWith(RECIPIENT + "="))
                .map(parameter -> parameter.substring(RECIPIENT.length() + 1))
                .findFirst()
                .orElse("");
    }
}
