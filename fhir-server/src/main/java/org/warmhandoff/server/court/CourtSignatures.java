package org.warmhandoff.server.court;

import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.ConsentAuthority;
import org.warmhandoff.routes.court.DisclosureAuthority;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** What permits a disclosure: the consent, and the signed form behind it, whose digest goes with what is disclosed. */
@Component
class CourtSignatures {

    private final ResourceStore store;

    private final CourtCases cases;

    CourtSignatures(ResourceStore store, CourtCases cases) {
        this.store = store;
        this.cases = cases;
    }

    /** Remembers on what the court is informed, so that it hears when that ends. */
    void informs(ReferralRecord referral, Consent consent, @Nullable Instant until) {
        cases.informs(referral.ids().task(), consent.getIdElement().getIdPart(), until);
    }

    /** Of a consent that may be gone: its number is all that is said of it. */
    DisclosureAuthority formerAuthority(String consent) {
        return new DisclosureAuthority(DisclosureAuthority.Kind.CONSENT_2_35, consent, null, null);
    }

    DisclosureAuthority authority(Consent consent, Partner court) {
        return ConsentAuthority.of(consent, document(consent), court, ZoneId.systemDefault());
    }

    private @Nullable DocumentReference document(Consent consent) {
        if (!consent.hasSourceReference()) {
            return null;
        }
        DocumentReference document = store.read(
                        DocumentReference.class, consent.getSourceReference().getReference())
                .orElse(null);
        if (document != null) {
            fetch(document.getContentFirstRep().getAttachment());
        }
        return document;
    }

    /** A form that came as a file is a Binary of its own. */
    private void fetch(Attachment attachment) {
        IdType url = new IdType(attachment.getUrl());
        if (!attachment.hasData() && "Binary".equals(url.getResourceType())) {
            store.read(Binary.class, url.getIdPart()).ifPresent(binary -> attachment.setData(binary.getData()));
        }
    }
}
