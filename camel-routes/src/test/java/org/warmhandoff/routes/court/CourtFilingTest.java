package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class CourtFilingTest {

    private static final String LOCATION = "https://hub.example";

    @Test
    void elements_stand_in_the_order_of_the_schema() throws Exception {
        Document filing = parsed(CourtMessageType.ENROLMENT_NOTICE);

        assertThat(children(filing.getDocumentElement()))
                .containsExactly(
                        "nc:DocumentIdentification",
                        "ecf:SendingMDELocationID",
                        "ecf:ServiceInteractionProfileCode",
                        "j:CaseCourt",
                        "nc:DocumentPostDate",
                        "filing:FilingConnectedDocument",
                        "filing:FilingLeadDocument",
                        "nc:Case");
        assertThat(children(only(filing, "filing:FilingLeadDocument")))
                .containsExactly(
                        "nc:DocumentCategoryText",
                        "nc:DocumentEffectiveDate",
                        "nc:DocumentIdentification",
                        "nc:DocumentSequenceID",
                        "nc:DocumentTitleText",
                        "ecf:DocumentAugmentation");
    }

    @Test
    void it_is_sealed_and_holds_the_report_and_the_notice() throws Exception {
        Document filing = parsed(CourtMessageType.COMPLETION_CERTIFICATE);

        assertThat(only(filing, "nc:SensitivityText").getTextContent()).isEqualTo("sealed");
        assertThat(only(filing, "j:CaseNumberText").getTextContent()).isEqualTo("CR-2026-00123");
        assertThat(filing.getElementsByTagName("ecf:RedactionRequiredIndicator")
                        .item(0)
                        .getTextContent())
                .isEqualTo("true");
        byte[] lead = Base64.getDecoder()
                .decode(((Element) only(filing, "filing:FilingLeadDocument"))
                        .getElementsByTagName("nc:Base64BinaryObject")
                        .item(0)
                        .getTextContent());
        assertThat(lead).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(only(filing, "ecf:ParticipantID").getTextContent().strip()).isEqualTo("TC-778");
    }

    @Test
    void the_same_report_is_the_same_filing_under_the_name_of_its_package() {
        CourtReport report = CourtReports.full(CourtMessageType.ENROLMENT_NOTICE);
        CourtFiling filing = CourtFiling.of(report, "10", LOCATION);

        assertThat(CourtFiling.of(report, "10", LOCATION).body()).isEqualTo(filing.body());
        assertThat(filing.fileName())
                .isEqualTo(CourtPackage.of(report).fileName().replace(".zip", ".ecf.xml"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CourtMessageType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENROLMENT_NOTICE", "COMPLETION_CERTIFICATE"})
    void nothing_else_is_ever_filed(CourtMessageType type) {
        assertThat(CourtFiling.files(type)).isFalse();
        assertThatThrownBy(() -> CourtFiling.of(CourtReports.full(type), "10", LOCATION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The schemas of OASIS do not belong into this project: {@code -Decf.schemas=folder} with filing.xsd. */
    @ParameterizedTest
    @EnumSource(
            names = {"ENROLMENT_NOTICE", "COMPLETION_CERTIFICATE"},
            value = CourtMessageType.class)
    void it_is_valid_against_the_schemas_of_oasis(CourtMessageType type) throws Exception {
        Path schema = Path.of(System.getProperty("ecf.schemas", "../../shared/data/court/schema"), "filing.xsd");
        assumeTrue(Files.isRegularFile(schema), "No " + schema + ", nothing to check against");

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(schema.toFile()))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(
                        CourtFiling.of(CourtReports.full(type), "10", LOCATION).body())));
    }

    private static Document parsed(CourtMessageType type) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(false);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        CourtFiling.of(CourtReports.full(type), "10", LOCATION).body()));
    }

    private static Element only(Document filing, String name) {
        assertThat(filing.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
        return (Element) filing.getElementsByTagName(name).item(0);
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .forEach(node -> names.add(node.getNodeName()));
        return names;
    }
}
