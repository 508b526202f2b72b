package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPackage;
import org.warmhandoff.routes.ccda.xdm.XdmReader;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.xml.SafeXml;
import org.warmhandoff.routes.xml.XmlElement;

/** What bytes came to: a document that may bring a referral, or why there is none. */
sealed interface Opened {

    /**
     * A document fit for use.
     *
     * @param controlId what tells the message from others of its sender, empty when nothing does
     * @param referral the number that metadata give the referral
     * @param recipients who the metadata address
     */
    record Fit(CcdaDocument document, String controlId, XdmDocument.ReferralId referral, List<String> recipients)
            implements Opened {

        /** @param local the system of what only the sender knows */
        Optional<Identifier> referralId(String local) {
            if (referral.isEmpty()) {
                return Optional.empty();
            }
            Ii id = new Ii(Ii.ofRoot(referral.assigner()).root(), referral.number());
            return Optional.ofNullable(id.identifier(local)).map(ReferralNumber::placer);
        }
    }

    record Unfit(Unusable why) implements Opened {}

    static Opened of(byte[] body) {
        return XdmReader.looksLikeZip(body) ? ofPackage(XdmReader.read(body)) : ofDocument(body);
    }

    private static Opened ofDocument(byte[] body) {
        SafeXml.Read read = SafeXml.read(body);
        if (read instanceof SafeXml.Read.Refused refused) {
            return unfit(refused.code(), "ClinicalDocument", refused.sentence());
        }
        XmlElement root = ((SafeXml.Read.Document) read).root();
        Optional<DocumentKind> kind = DocumentKind.of(root);
        if (!root.is(Templates.HL7_V3, "ClinicalDocument")) {
            return unfit("structure", "ClinicalDocument", "The document is no CDA R2 ClinicalDocument.");
        } else if (kind.isEmpty()) {
            return unfit(
                    "not-supported",
                    "ClinicalDocument.templateId",
                    "The document must be a C-CDA Referral Note, Continuity of Care Document or Discharge Summary.");
        }
        return ofPatients(new CcdaDocument(kind.get(), root, body, List.of()));
    }

    private static Opened ofPatients(CcdaDocument document) {
        int patients = document.root().all("recordTarget", "patientRole").size();
        if (patients != 1) {
            return unfit(
                    patients == 0 ? "required" : "invariant",
                    "ClinicalDocument.recordTarget",
                    "A referral is for one patient: the document has " + patients + ".");
        }
        String id = Ii.of(document.root().at("id")).quoted();
        return new Fit(document, id, XdmDocument.ReferralId.NONE, List.of());
    }

    private static Opened ofPackage(XdmPackage.Read read) {
        if (read instanceof XdmPackage.Read.Unusable unusable) {
            return unfit(unusable.code(), "IHE_XDM", unusable.sentence());
        }
        XdmPackage content = ((XdmPackage.Read.Usable) read).content();
        Opened first = unfit("required", "IHE_XDM", "The package has no C-CDA document.");
        for (XdmDocument entry : content.documents()) {
            Opened opened = entry.mimeType().endsWith("xml") ? ofDocument(entry.body()) : first;
            if (opened instanceof Fit fit) {
                return complete(fit, entry, content);
            }
            first = opened;
        }
        return first;
    }

    private static Opened complete(Fit fit, XdmDocument entry, XdmPackage content) {
        List<CcdaDocument.Other> others = new ArrayList<>();
        content.documents().stream()
                .filter(document -> document != entry && !document.mimeType().contains("hl7-v2"))
                .forEach(document -> others.add(other(document)));
        CcdaDocument document = fit.document();
        String controlId = content.uniqueId().isEmpty() ? fit.controlId() : content.uniqueId();
        return new Fit(
                new CcdaDocument(document.kind(), document.root(), document.body(), List.copyOf(others)),
                controlId,
                entry.referralId(),
                content.recipients());
    }

    private static CcdaDocument.Other other(XdmDocument document) {
        XdmDocument.Type type = document.type();
        CodeableConcept concept = new CodeableConcept();
        if (type.code().isEmpty()) {
            concept.setText("Attached document");
        } else {
            Ii system = Ii.ofRoot(type.system());
            concept.addCoding(new Coding(
                    system.isEmpty() ? null : system.system(),
                    type.code(),
                    type.display().isEmpty() ? null : type.display()));
        }
        return new CcdaDocument.Other(concept, document.mimeType(), document.body());
    }

    private static Unfit unfit(String code, String location, String sentence) {
        return new Unfit(new Unusable(code, location, sentence));
    }
}
