package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.court.DisclosureAuthority.Kind;
import org.warmhandoff.routes.notice.ConsentScope;
import org.warmhandoff.routes.partner.Partner;

/** Reads the disclosure authority from a Consent; whether that Consent allows anything is not decided here. */
public final class ConsentAuthority {

    private ConsentAuthority() {}

    /**
     * @param court who reads its terms
     * @param document what {@code Consent.sourceReference} points to, null when the consent carries its document itself
     *     or has none
     */
    public static DisclosureAuthority of(
            Consent consent, @Nullable DocumentReference document, Partner court, ZoneId zone) {
        LocalDate expires = FhirDates.day(consent.getProvision().getPeriod().getEndElement(), zone);
        return new DisclosureAuthority(
                Kind.CONSENT_2_35,
                consent.getIdElement().getIdPart(),
                expires,
                hash(consent, document),
                ConsentScope.of(consent, court.name()));
    }

    private static @Nullable String hash(Consent consent, @Nullable DocumentReference document) {
        Attachment attachment = consent.hasSourceAttachment() ? consent.getSourceAttachment() : null;
        if (attachment == null && document != null) {
            attachment = document.getContentFirstRep().getAttachment();
        }
        byte[] data = attachment == null ? null : attachment.getData();
        return data == null ? null : Sha256.hex(data);
    }
}
