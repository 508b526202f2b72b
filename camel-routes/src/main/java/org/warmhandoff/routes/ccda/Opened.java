package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPackage;
import org.warmhandoff.routes.ccda.xdm.XdmReader;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.xml.SafeXml;
import org.warmhandoff.routes.xml.XmlElement;

/** What bytes came to: a document or an order that may bring a referral, or why there is none. */
sealed interface Opened {

    /**
     * A document fit for use, perhaps with an order, or an order alone.
     *
     * @param document null for an order alone
     * @param order null where there is none
     * @param controlId what tells the message from others of its sender, empty when nothing does
     * @param referral the number that metadata give the referral
     * @param recipients who the metadata address
     */
    record Fit(
            @Nullable CcdaDocument document,
            @Nullable PackagedOrder order,
            String controlId,
            XdmDocument.ReferralId referral,
            List<String> recipients)
            implements Opened {

        /** @param local the system of what only the sender knows */
        Optional<Identifier> referralId(String local) {
            if (referral.isEmpty()) {
                return Optional.empty();
            }
            Ii id = new Ii(Ii.ofRoot(referral.assigner()).root(), referral.number());
            return Optional.ofNullable(id.identifier(local)).map(ReferralNumber::placer);
        }

        /** The root of the document; an element with nothing in it where there is none. */
        XmlElement root() {
            return document == null ? XmlElement.nothing() : document.root();
        }
    }

    record Unfit(Unusable why) implements Opened {}

    static Opened of(byte[] body) {
        return XdmReader.looksLikeZip(body) ? ofPackage(XdmReader.read(body)) : ofDocument(body);
    }

    static Opened ofDocument(byte[] body) {
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
        return new Fit(document, null, id, XdmDocument.ReferralId.NONE, List.of());
    }

    private static Opened ofPackage(XdmPackage.Read read) {
        if (read instanceof XdmPackage.Read.Unusable unusable) {
            return unfit(unusable.code(), "IHE_XDM", unusable.sentence());
        }
        XdmPackage content = ((XdmPackage.Read.Usable) read).content();
        PackagedOrder.Found found = PackagedOrder.of(content);
        if (found instanceof PackagedOrder.Found.Unfit unfit) {
            return new Unfit(unfit.why());
        }
        return ofPackage(content, found instanceof PackagedOrder.Found.Order some ? some.order() : null);
    }

    private static Opened ofPackage(XdmPackage content, @Nullable PackagedOrder order) {
        Opened first = null;
        for (XdmDocument entry : content.documents()) {
            Opened opened = isDocument(entry) ? ofDocument(entry.body()) : null;
            if (opened instanceof Fit fit) {
                return complete(fit, entry, content, order);
            }
            first = opened == null ? first : opened;
        }
        if (first == null && order != null && order.saysEnough()) {
            return alone(content, order);
        }
        return first == null ? unfit("required", "IHE_XDM", "The package has no C-CDA document.") : first;
    }

    private static boolean isDocument(XdmDocument entry) {
        return entry.mimeType().endsWith("xml") && !PackagedOrder.isMessage(entry);
    }

    private static Opened alone(XdmPackage content, PackagedOrder order) {
        XdmDocument.ReferralId referral = content.documents().stream()
                .map(XdmDocument::referralId)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(XdmDocument.ReferralId.NONE);
        return new Fit(null, order, content.uniqueId(), referral, content.recipients());
    }

    private static Opened complete(Fit fit, XdmDocument entry, XdmPackage content, @Nullable PackagedOrder order) {
        List<CcdaDocument.Other> others = new ArrayList<>();
        content.documents().stream()
                .filter(document -> document != entry && !PackagedOrder.isMessage(document))
                .forEach(document -> others.add(other(document)));
        CcdaDocument document = Objects.requireNonNull(fit.document());
        String controlId = content.uniqueId().isEmpty() ? fit.controlId() : content.uniqueId();
        return new Fit(
                new CcdaDocument(document.kind(), document.root(), document.body(), List.copyOf(others)),
                order,
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
