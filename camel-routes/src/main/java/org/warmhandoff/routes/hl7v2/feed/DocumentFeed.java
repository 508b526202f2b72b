package org.warmhandoff.routes.hl7v2.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.DocumentMapper;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Observations;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Result;
import org.warmhandoff.routes.hl7v2.segment.Pv1Mapper;
import org.warmhandoff.routes.intake.ClinicalMessage;

/** MDM^T02 (v2-to-FHIR: Message MDM_T02, Segment TXA to DocumentReference); the content becomes Binary. */
final class DocumentFeed {

    private final Feed feed;
    private final List<Attachment> contents = new ArrayList<>();

    DocumentFeed(Feed feed) {
        this.feed = feed;
    }

    ClinicalMessage translate() {
        feed.first("EVN").skip(1, 2, 3, 4, 5, 6, 7);
        Reference patient = feed.patient();
        Fields txa = feed.first("TXA");
        DocumentReference document = new DocumentReference().setStatus(status(txa));
        document.setSubject(patient.copy());
        CodeableConcept type = type(txa);
        document.setType(type).addCategory(DocumentMapper.category(type));
        document.setDocStatus(completion(txa));
        document.setDateElement(txa.instant(6));
        if (!document.hasDate()) {
            document.setDateElement(txa.instant(4));
        }
        feed.translation().practitioners().references(txa, 9).forEach(document::addAuthor);
        document.setAuthenticator(feed.translation().practitioners().reference(txa, 22));
        addNumbers(txa, document);
        addVisit(document, patient);
        addContent(document);
        txa.skip(1, 3, 4, 5, 7, 8, 10, 11, 18);
        feed.resources().add(feed.translation().key("DocumentReference", 1), document);
        return new ClinicalMessage.Documented(feed.content());
    }

    /** TXA-2: what LOINC has, else the code of table 0270. */
    private static CodeableConcept type(Fields txa) {
        CodeableConcept known = CodeTables.DOCUMENT_TYPE.concept(txa.text(2)).orElse(null);
        CodeableConcept said = known == null ? txa.concept(2, CodeTables.v2("0270")) : known;
        return said == null ? new CodeableConcept().setText("Document") : said;
    }

    private static DocumentReferenceStatus status(Fields txa) {
        DocumentReferenceStatus status = txa.coded(
                19, code -> CodeTables.DOCUMENT_AVAILABILITY.code(code).map(DocumentReferenceStatus::fromCode));
        return status == null ? DocumentReferenceStatus.CURRENT : status;
    }

    private static @Nullable ReferredDocumentStatus completion(Fields txa) {
        return txa.coded(17, code -> CodeTables.DOCUMENT_COMPLETION.code(code).map(ReferredDocumentStatus::fromCode));
    }

    /** TXA-12 is the document, 14 and 15 the order that it answers. */
    private static void addNumbers(Fields txa, DocumentReference document) {
        Identifier number = txa.entity(12);
        if (number != null) {
            document.setMasterIdentifier(number).addIdentifier(number.copy());
        }
        for (int field : new int[] {14, 15}) {
            Identifier order = txa.entity(field);
            if (order != null) {
                document.getContext().addRelated(new Reference().setIdentifier(order));
            }
        }
    }

    private void addVisit(DocumentReference document, Reference patient) {
        Fields pv1 = feed.first("PV1");
        if (pv1.has(19)) {
            Pv1Mapper mapper = new Pv1Mapper(feed.translation());
            Encounter encounter = mapper.map(pv1, feed.first("PV2"), patient);
            document.getContext().addEncounter(feed.resources().add(mapper.key(encounter), encounter));
        }
    }

    /** OBX of type ED are documents, all others lines of one text. */
    private void addContent(DocumentReference document) {
        StringJoiner text = new StringJoiner("\n");
        for (Observations group : feed.segments().observations) {
            for (Result result : group.results()) {
                Fields obx = result.obx();
                obx.skip(1, 2, 3, 4, 11, 14);
                if (obx.text(2).equalsIgnoreCase("ED")) {
                    add(DocumentMapper.attachment(obx));
                } else if (obx.has(5)) {
                    text.add(obx.wholeText(5));
                }
            }
        }
        if (text.length() > 0) {
            byte[] data = text.toString().getBytes(StandardCharsets.UTF_8);
            add(new Attachment().setContentType("text/plain; charset=utf-8").setData(data));
        }
        if (contents.isEmpty()) {
            feed.note("OBX-5 holds no document");
            document.addContent().setAttachment(new Attachment().setTitle("No content came with the message"));
        }
        contents.forEach(content -> document.addContent().setAttachment(content));
    }

    private void add(@Nullable Attachment content) {
        if (content != null) {
            Binary binary =
                    new Binary().setContentType(content.getContentType()).setData(content.getData());
            String url = feed.resources()
                    .add(feed.translation().key("Binary", contents.size() + 1), binary)
                    .getReference();
            contents.add(content.setData(null).setUrl(url).setSize(binary.getData().length));
        }
    }
}
