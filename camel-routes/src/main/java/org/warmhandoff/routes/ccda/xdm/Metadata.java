package org.warmhandoff.routes.ccda.xdm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.warmhandoff.routes.xml.XmlElement;

/** METADATA.XML: ebRIM objects of a submission set (ITI TF-3:4.2). Namespaces are not looked at, senders differ in them. */
final class Metadata {

    static final String DOCUMENT_UNIQUE_ID = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";
    static final String SET_UNIQUE_ID = "urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8";
    static final String TYPE_CODE = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";
    static final String REFERENCES = "urn:ihe:iti:xds:2013:referenceIdList";
    private static final List<String> ORDERS = List.of("urn:ihe:iti:xds:2013:order", "urn:ihe:iti:xds:2013:referral");

    private final XmlElement root;

    Metadata(XmlElement root) {
        this.root = root;
    }

    /** @param file finds a document by the URI that the metadata give it */
    XdmPackage read(Function<String, byte[]> file) {
        List<XdmDocument> documents = named(root, "ExtrinsicObject")
                .map(entry -> document(entry, file))
                .toList();
        if (documents.isEmpty()) {
            throw new UnusablePackageException("required", "The metadata name no document.");
        }
        XmlElement set = named(root, "RegistryPackage").findFirst().orElse(XmlElement.nothing());
        List<String> recipients =
                slot(set, "intendedRecipient").flatMap(Metadata::recipients).toList();
        return new XdmPackage(externalId(set, SET_UNIQUE_ID), recipients, documents);
    }

    private static XdmDocument document(XmlElement entry, Function<String, byte[]> file) {
        byte[] body = file.apply(slot(entry, "URI").findFirst().orElse(""));
        check(entry, body);
        return new XdmDocument(
                entry.attribute("mimeType").toLowerCase(Locale.ROOT),
                externalId(entry, DOCUMENT_UNIQUE_ID),
                type(entry),
                slot(entry, REFERENCES)
                        .map(Metadata::referralId)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .orElse(XdmDocument.ReferralId.NONE),
                body);
    }

    /** What the sender said of size and SHA-1 digest, if it did: a document that was changed or cut off is not used. */
    private static void check(XmlElement entry, byte[] body) {
        boolean size = slot(entry, "size").allMatch(said -> said.equals(Integer.toString(body.length)));
        boolean hash = slot(entry, "hash").allMatch(said -> said.equalsIgnoreCase(sha1(body)));
        if (!size || !hash) {
            throw new UnusablePackageException(
                    "value", "A document has not the size or hash that the metadata give it.");
        }
    }

    static String sha1(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static XdmDocument.Type type(XmlElement entry) {
        XmlElement type = named(entry, "Classification")
                .filter(classification ->
                        classification.attribute("classificationScheme").equalsIgnoreCase(TYPE_CODE))
                .findFirst()
                .orElse(XmlElement.nothing());
        return new XdmDocument.Type(
                type.attribute("nodeRepresentation"),
                slot(type, "codingScheme").findFirst().orElse(""),
                named(type, "LocalizedString")
                        .map(name -> name.attribute("value"))
                        .findFirst()
                        .orElse(""));
    }

    /** CXi: {@code number^^^&OID&ISO^type}. */
    private static XdmDocument.ReferralId referralId(String cxi) {
        String[] parts = cxi.split("\\^", -1);
        if (parts.length < 5 || !ORDERS.contains(parts[4])) {
            return XdmDocument.ReferralId.NONE;
        }
        String[] assigner = parts[3].split("&", -1);
        return new XdmDocument.ReferralId(parts[0], assigner.length > 1 ? assigner[1] : "");
    }

    /** XON, XCN and XTN joined by bars: the organization's id and name, the person's, and the mail address. */
    private static Stream<String> recipients(String value) {
        return Arrays.stream(value.split("\\|", -1))
                .flatMap(part -> Arrays.stream(part.split("\\^", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && part.length() < 200);
    }

    private static Stream<String> slot(XmlElement owner, String name) {
        return owner.children()
                .filter(child ->
                        child.name().equals("Slot") && child.attribute("name").equals(name))
                .flatMap(slot -> named(slot, "Value"))
                .map(XmlElement::text)
                .filter(value -> !value.isEmpty());
    }

    private static String externalId(XmlElement owner, String scheme) {
        return owner.children()
                .filter(child -> child.name().equals("ExternalIdentifier")
                        && child.attribute("identificationScheme").equalsIgnoreCase(scheme))
                .map(child -> child.attribute("value"))
                .findFirst()
                .orElse("");
    }

    private static Stream<XmlElement> named(XmlElement owner, String name) {
        return owner.deep().filter(element -> element.name().equals(name));
    }
}
