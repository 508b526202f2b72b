package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * Reads referrals from C-CDA R2.1 documents: Referral Note, CCD or Discharge Summary, plain or in an XDM package. Pure and
 * safe for use by many threads.
 */
public final class CcdaReferralReader implements ReferralReader {

    /**
     * Parameter of a content type: the mailbox that a document was sent to, which may be a partner's id. Used where neither
     * the document nor its package names a partner.
     */
    public static final String RECIPIENT = "recipient";

    /** What is stored in one transaction, while others wait for the same patient. */
    private static final int MOST_RESOURCES = 5000;

    private final PartnerIds partners;
    private final CcdaTranslator translator;

    /**
     * @param zone where times without an offset were written
     * @param clock dates a document that carries no date
     */
    public CcdaReferralReader(PartnerDirectory partners, ZoneId zone, Clock clock) {
        this.partners = new PartnerIds(partners);
        this.translator = new CcdaTranslator(zone, clock);
    }

    /**
     * A document as it arrives.
     *
     * @param controlId what tells it from others of its sender; null when it does not say
     * @param messageType LOINC code of the document, null when unreadable
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
                fit.document().kind().loinc(),
                read(sender, recipient(contentType), fit));
    }

    private ReadReferral read(String named, String recipient, Opened.Fit opened) {
        CcdaDocument document = opened.document();
        Optional<Partner> sender = named.isEmpty() ? author(document) : partners.byId(named);
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
        Optional<Identifier> placer = opened.referralId(local).or(() -> ReferralNumber.of(document.root(), local));
        return placer.map(number -> bounded(translator.translate(
                        document, new Reading.Parties(partners, sender.get(), receiver.get(), number))))
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

    private Optional<Partner> author(CcdaDocument document) {
        return partners.partner(document.root().all("author", "assignedAuthor", "representedOrganization", "id"))
                .or(() -> partners.partner(document.root()
                        .all("custodian", "assignedCustodian", "representedCustodianOrganization", "id")));
    }

    /** Who the document names; else who the package is addressed to. */
    private Optional<Partner> receiver(Opened.Fit opened) {
        return partners.partner(opened.document()
                        .root()
                        .all("informationRecipient", "intendedRecipient", "receivedOrganization", "id"))
                .or(() -> partners.partner(
                        opened.document().root().all("informationRecipient", "intendedRecipient", "id")))
                .or(() -> named(opened.recipients()));
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
