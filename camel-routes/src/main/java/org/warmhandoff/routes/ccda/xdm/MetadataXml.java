package org.warmhandoff.routes.ccda.xdm;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** METADATA.XML: a DocumentEntry each, SubmissionSet and their associations (ITI TF-3:4.2, limited metadata). */
final class MetadataXml {

    private static final String LCM = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    private static final String RIM = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    private static final String STABLE = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";
    private static final String SET_NODE = "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd";
    private static final String SET_LIMITED = "urn:uuid:5003a9db-8d8d-49e6-bf0c-990e34ac7707";
    private static final String DOCUMENT_LIMITED = "urn:uuid:ab9b591b-83ab-4d03-8f5d-f93b1fb92e85";
    private static final String CLASS_CODE = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";
    private static final String FORMAT_CODE = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d";
    private static final String DOCUMENT_PATIENT = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";
    private static final String SET_PATIENT = "urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446";
    private static final String SET_SOURCE = "urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;
    private final XdmSubmission submission;

    private MetadataXml(XMLStreamWriter xml, XdmSubmission submission) {
        this.xml = xml;
        this.submission = submission;
    }

    static byte[] of(XdmSubmission submission) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // The JDK's own, whatever other library is on the class path: the bytes must not depend on it.
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new MetadataXml(writer, submission).write();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("METADATA.XML could not be written", e);
        }
        return out.toByteArray();
    }

    /** A UUID as an OID (ITU-T X.667). */
    static String oid(UUID uuid) {
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("lcm", "SubmitObjectsRequest", LCM);
        xml.writeNamespace("lcm", LCM);
        xml.writeNamespace("rim", RIM);
        open("RegistryObjectList");
        int ordinal = 0;
        for (XdmPart part : submission.parts()) {
            documentEntry(part, ++ordinal);
        }
        submissionSet();
        node("cl-set", "set", SET_NODE);
        node("cl-set-limited", "set", SET_LIMITED);
        for (int i = 1; i <= submission.parts().size(); i++) {
            member(i);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void member(int ordinal) throws XMLStreamException {
        open(
                "Association",
                "id",
                "as-" + ordinal,
                "associationType",
                "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember",
                "sourceObject",
                "set",
                "targetObject",
                "document-" + ordinal);
        slot("SubmissionSetStatus", "Original");
        xml.writeEndElement();
    }

    private void documentEntry(XdmPart part, int ordinal) throws XMLStreamException {
        String id = "document-" + ordinal;
        open("ExtrinsicObject", "id", id, "mimeType", part.mimeType(), "objectType", STABLE);
        slot("URI", part.fileName(ordinal));
        slot("creationTime", TIME.format(submission.at()));
        slot("hash", Metadata.sha1(part.body()));
        slot("languageCode", "en-US");
        slot("size", Integer.toString(part.body().length));
        slot("sourcePatientId", patient());
        if (!submission.referral().isEmpty()) {
            slot(Metadata.REFERENCES, referral());
        }
        classification(id + "-class", id, CLASS_CODE, part.type());
        classification(id + "-format", id, FORMAT_CODE, part.format());
        classification(id + "-type", id, Metadata.TYPE_CODE, part.type());
        node(id + "-limited", id, DOCUMENT_LIMITED);
        externalId(id + "-patient", id, DOCUMENT_PATIENT, patient(), "XDSDocumentEntry.patientId");
        String unique = unique(ordinal == 1 ? "document" : id);
        externalId(id + "-unique", id, Metadata.DOCUMENT_UNIQUE_ID, unique, "XDSDocumentEntry.uniqueId");
        xml.writeEndElement();
    }

    private void node(String id, String of, String node) throws XMLStreamException {
        open("Classification", "id", id, "classifiedObject", of, "classificationNode", node);
        xml.writeEndElement();
    }

    private void submissionSet() throws XMLStreamException {
        open("RegistryPackage", "id", "set");
        slot("intendedRecipient", recipient());
        slot("submissionTime", TIME.format(submission.at()));
        externalId("id-3", "set", Metadata.SET_UNIQUE_ID, unique("set"), "XDSSubmissionSet.uniqueId");
        externalId("id-4", "set", SET_SOURCE, unique("source"), "XDSSubmissionSet.sourceId");
        externalId("id-5", "set", SET_PATIENT, patient(), "XDSSubmissionSet.patientId");
        xml.writeEndElement();
    }

    /** CX: {@code number^^^&OID&ISO}. */
    private String patient() {
        return plain(submission.patient().number()) + "^^^&"
                + plain(submission.patient().assigner()) + "&ISO";
    }

    private String referral() {
        return plain(submission.referral().number()) + "^^^&"
                + plain(submission.referral().assigner()) + "&ISO^urn:ihe:iti:xds:2013:referral";
    }

    private String recipient() {
        String address = submission.recipient().address();
        String telecom = address.isEmpty() ? "" : "||^^Internet^" + plain(address);
        return plain(submission.recipient().name()) + telecom;
    }

    /** Nothing in a value may pass for a delimiter. */
    private static String plain(String value) {
        return value.replaceAll("[\\^&|~\\\\\\p{Cntrl}]", " ").strip();
    }

    private String unique(String what) {
        return oid(UUID.nameUUIDFromBytes(
                (what + "/" + submission.messageId()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void classification(String id, String of, String scheme, XdmDocument.Type type) throws XMLStreamException {
        open(
                "Classification",
                "id",
                id,
                "classifiedObject",
                of,
                "classificationScheme",
                scheme,
                "nodeRepresentation",
                type.code());
        slot("codingScheme", type.system());
        name(type.display());
        xml.writeEndElement();
    }

    private void externalId(String id, String of, String scheme, String value, String name) throws XMLStreamException {
        open("ExternalIdentifier", "id", id, "registryObject", of, "identificationScheme", scheme, "value", value);
        name(name);
        xml.writeEndElement();
    }

    private void name(String value) throws XMLStreamException {
        open("Name");
        open("LocalizedString", "value", value);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void slot(String name, String value) throws XMLStreamException {
        open("Slot", "name", name);
        open("ValueList");
        open("Value");
        xml.writeCharacters(value);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** @param attributes names and values in turn */
    private void open(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement("rim", element, RIM);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
