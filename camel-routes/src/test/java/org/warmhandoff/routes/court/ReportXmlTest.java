package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.warmhandoff.routes.notice.RedisclosureNotice;

class ReportXmlTest {

    private static final String TR = "https://warmhandoff.org/fhir/court/1.0";

    @Test
    void elements_stand_in_the_order_of_the_skeleton() throws Exception {
        assertThat(children(CourtReports.full(CourtMessageType.PROGRESS_REPORT)))
                .containsExactly(
                        "nc:DocumentIdentification",
                        "nc:DocumentCategoryText",
                        "nc:DocumentPostDate",
                        "nc:Metadata",
                        "j:CaseCourt",
                        "nc:Case",
                        "tr:Participant",
                        "tr:ReportingPeriod",
                        "tr:Enrolment",
                        "tr:Phase",
                        "tr:LevelOfCare",
                        "tr:Attendance",
                        "tr:DrugTest",
                        "tr:DrugTest",
                        "tr:Compliance",
                        "tr:Recommendation",
                        "tr:DisclosureAuthority",
                        "tr:Part2Notice");
    }

    @Test
    void what_is_not_known_has_no_element() throws Exception {
        CourtReport report = new CourtReport(
                CourtReports.MESSAGE,
                CourtMessageType.PROGRESS_REPORT,
                new ReportedCase("county-court", "County Treatment Court", "CR-1"),
                new Participant(null, null),
                new ReportContent(
                        null, null, " ", new LevelOfCare("2.1", null), null, List.of(), Conclusion.NONE, null),
                new DisclosureAuthority(DisclosureAuthority.Kind.ORDER_2_65, "ord-9", null, null),
                CourtReports.CREATED);

        assertThat(children(report))
                .containsExactly(
                        "nc:DocumentIdentification",
                        "nc:DocumentCategoryText",
                        "nc:DocumentPostDate",
                        "nc:Metadata",
                        "j:CaseCourt",
                        "nc:Case",
                        "tr:LevelOfCare",
                        "tr:DisclosureAuthority",
                        "tr:Part2Notice");
        assertThat(new String(ReportXml.render(report), StandardCharsets.UTF_8))
                .contains("<tr:LevelOfCare>2.1</tr:LevelOfCare>")
                .contains("<tr:DisclosureAuthority type=\"order-2.65\" id=\"ord-9\"/>");
    }

    @Test
    void carries_the_values_of_the_report() throws Exception {
        Document xml = parse(CourtReports.full(CourtMessageType.PROGRESS_REPORT));

        Element attendance =
                (Element) xml.getElementsByTagNameNS(TR, "Attendance").item(0);
        assertThat(attendance.getAttribute("scheduled")).isEqualTo("9");
        assertThat(attendance.getAttribute("hours")).isEqualTo("24.0");
        Element test = (Element) xml.getElementsByTagNameNS(TR, "DrugTest").item(1);
        assertThat(test.getAttribute("result")).isEqualTo("positive");
        assertThat(test.getAttribute("expected")).isEqualTo("false");
        Element compliance =
                (Element) xml.getElementsByTagNameNS(TR, "Compliance").item(0);
        assertThat(compliance.getAttribute("rating")).isEqualTo("partial");
        assertThat(xml.getElementsByTagNameNS(TR, "CourtParticipantID").item(0).getTextContent())
                .isEqualTo("TC-778");
        assertThat(xml.getElementsByTagNameNS(TR, "Part2Notice").item(0).getTextContent())
                .isEqualTo(RedisclosureNotice.longText());
    }

    @Test
    void hostile_text_stays_text() throws Exception {
        String docket = "<x/>&\"'\u0000\u000b\ud800 \u00e9\ud83d\ude00]]>";

        Document xml = parse(CourtReports.report(CourtMessageType.REFERRAL_ACK, docket, ReportContent.NOTHING));

        assertThat(xml.getElementsByTagNameNS("*", "CaseDocketID").item(0).getTextContent())
                .isEqualTo("<x/>&\"'   \u00e9\ud83d\ude00]]>");
    }

    private static List<String> children(CourtReport report) throws Exception {
        List<String> names = new ArrayList<>();
        for (Node node = parse(report).getDocumentElement().getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element element) {
                names.add(element.getNodeName());
            }
        }
        return names;
    }

    private static Document parse(CourtReport report) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportXml.render(report)));
    }
}
