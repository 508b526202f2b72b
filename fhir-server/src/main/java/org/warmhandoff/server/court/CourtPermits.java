package org.warmhandoff.server.court;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.court.DisclosureAuthority;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** On which consent a court is told of a referral, and what the court then has (42 CFR 2.35). */
@Component
class CourtPermits {

    private final Disclosures disclosures;
    private final PartnerDirectory partners;
    private final ResourceStore store;
    private final ConsentsOnFile consents;
    private final CourtSignatures signatures;

    CourtPermits(
            Disclosures disclosures,
            PartnerDirectory partners,
            ResourceStore store,
            ConsentsOnFile consents,
            CourtSignatures signatures) {
        this.disclosures = disclosures;
        this.partners = partners;
        this.store = store;
        this.consents = consents;
        this.signatures = signatures;
    }

    /** The consent that carries a report; empty when the court may not have it. */
    Optional<Consent> consent(Disclosure disclosure, ReferralRecord referral, String messageId, CourtMessageType type) {
        Decision decision = disclosure.ask(record(referral, messageId, type));
        return decision instanceof Decision.Deny
                ? Optional.empty()
                : decision.grounds().consent().flatMap(id -> store.read(Consent.class, id));
    }

    /** The consent on which the court may have reports now; asked for work inside, so nothing is accounted. */
    Optional<Consent> inForce(ReferralRecord referral, Partner court) {
        String occasion = "referral/" + referral.ids().task();
        Disclosure asked = disclosures.of(court, Way.COURT_PACKAGE, occasion);
        return consent(asked, referral, "of-" + referral.ids().task(), CourtMessageType.PROGRESS_REPORT);
    }

    /** Enters the report into the disclosure, with the digest of the very file that leaves. */
    void show(Disclosure disclosure, ReferralRecord referral, CourtMessageType type, OutboundMessage file) {
        Composition report = record(referral, file.messageId(), type);
        report.addSection().setTitle("sha-256 " + sha256(file.body()));
        if (disclosure.show(report).isEmpty()) {
            throw new IllegalStateException("what was permitted is denied");
        }
    }

    /** Remembers on what the court is informed, so that it hears when that ends. */
    void informs(ReferralRecord referral, Consent consent) {
        signatures.informs(referral, consent, consents.end(consent).orElse(null));
    }

    DisclosureAuthority authority(Consent consent, Partner court) {
        return signatures.authority(consent, court);
    }

    /** Of a consent that may be gone: its number is all that is said of it. */
    DisclosureAuthority formerAuthority(String consent) {
        return signatures.formerAuthority(consent);
    }

    private Composition record(ReferralRecord referral, String messageId, CourtMessageType type) {
        return CourtReportRecord.of(
                referral, messageId, type, partners.byId(referral.owner()).orElse(null));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
