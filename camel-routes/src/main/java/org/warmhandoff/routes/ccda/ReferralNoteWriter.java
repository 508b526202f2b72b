package org.warmhandoff.routes.ccda;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.Identifier;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralWriter;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Writes a referral as a C-CDA R2.1 Referral Note (2.16.840.1.113883.10.20.22.1.14, LOINC 57133-1), in an XDM package where
 * it goes by Direct. Safe for use by many threads.
 */
public final class ReferralNoteWriter implements ReferralWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    @Override
    public boolean writesFor(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Direct || endpoint instanceof PartnerEndpoint.Folder;
    }

    @Override
    public OutboundMessage write(ForwardedReferral referral) {
        byte[] document = document(referral);
        String messageId = referral.messageId().toString();
        if (referral.receiver().endpoint() instanceof PartnerEndpoint.Direct direct) {
            byte[] archive = XdmWriter.write(submission(referral, direct.address(), document));
            return new OutboundMessage(referral.receiver(), messageId, "application/zip", "XDM.ZIP", archive);
        }
        String file = referral.receiver().id() + "_referral_" + TIME.format(referral.at()) + "_" + messageId + ".xml";
        return new OutboundMessage(referral.receiver(), messageId, "application/hl7-cda+xml", file, document);
    }

    /** The document, UTF-8. */
    byte[] document(ForwardedReferral referral) {
        CdaOut out = new CdaOut();
        new ReferralNoteHeader(referral, out).write();
        new ReferralNoteBody(referral, out).write();
        return out.toBytes();
    }

    private static XdmSubmission submission(ForwardedReferral referral, String address, byte[] document) {
        Ii number = Roots.of(placer(referral));
        Ii patient = referral.content().patient().getIdentifier().stream()
                .map(Roots::of)
                .findFirst()
                .orElse(new Ii("", ""));
        return new XdmSubmission(
                referral.messageId(),
                referral.at(),
                new XdmDocument.Type("57133-1", NoteBody.LOINC, "Referral note"),
                new XdmDocument.ReferralId(
                        number.extension().isEmpty() ? number.root() : number.extension(), number.root()),
                new XdmSubmission.PatientId(patient.extension(), patient.root()),
                new XdmSubmission.Recipient(referral.receiver().name(), address),
                document);
    }

    /** The requester's own number. */
    static Identifier placer(ForwardedReferral referral) {
        return referral.content().request().getIdentifier().stream()
                .filter(identifier -> identifier.getType().getCoding().stream()
                        .anyMatch(coding ->
                                CodeTables.IDENTIFIER_TYPE.isOf(coding.getSystem()) && "PLAC".equals(coding.getCode())))
                .findFirst()
                .or(() -> referral.content().task().getIdentifier().stream().findFirst())
                .orElseGet(Identifier::new);
    }
}
