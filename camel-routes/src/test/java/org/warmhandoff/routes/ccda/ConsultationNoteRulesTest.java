package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.RedisclosureNotice;

/**
 * Notes that we write, held against the rules of C-CDA R2.1 that we know: the order of the CDA schema, what the US Realm
 * Header and the Consultation Note template require. Read by the platform's parser, not by ours.
 */
class ConsultationNoteRulesTest {

    private static final String ROOT = "2.16.840.1.113883.10.20.22.";
    private static final ReferralMessage ORIGINAL = Documents.read(Documents.text("referral-note.xml"));

    /** CDA R2 schema (POCD_MT000040), the elements that a note may have, in order. */
    private static final Map<String, List<String>> ORDER = Map.of(
            "ClinicalDocument",
            List.of(
                    "realmCode",
                    "typeId",
                    "templateId",
                    "id",
                    "code",
                    "title",
                    "effectiveTime",
                    "confidentialityCode",
                    "languageCode",
                    "setId",
                    "versionNumber",
                    "recordTarget",
                    "author",
                    "custodian",
                    "informationRecipient",
                    "inFulfillmentOf",
                    "componentOf",
                    "component"),
            "patientRole",
            List.of("id", "addr", "telecom", "patient"),
            "patient",
            List.of("name", "administrativeGenderCode", "birthTime", "raceCode", "ethnicGroupCode"),
            "author",
            List.of("time", "assignedAuthor"),
            "assignedAuthor",
            List.of("id", "addr", "telecom", "assignedAuthoringDevice", "representedOrganization"),
            "representedCustodianOrganization",
            List.of("id", "name", "telecom", "addr"),
            "encompassingEncounter",
            List.of("id", "code", "effectiveTime"),
            "section",
            List.of("templateId", "id", "code", "title", "text", "entry"),
            "observation",
            List.of("templateId", "id", "code", "statusCode", "value"),
            "addr",
            List.of("streetAddressLine", "city", "state", "postalCode", "country"));

    private static Element write(BusinessStatus status, ConsultationNote.@Nullable Course course) throws Exception {
        boolean told = status.rf1() == BusinessStatus.Rf1.A;
        ConsultationNote note = new ConsultationNote(
                UUID.fromString("5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001"),
                Instant.parse("2026-11-24T15:00:00Z"),
                new ConsultationNote.Referral(
                        Documents.only(ORIGINAL, ServiceRequest.class).getIdentifierFirstRep(),
                        "1234",
                        Documents.MERCY,
                        Documents.SUNRISE,
                        Documents.only(ORIGINAL, Patient.class)),
                status,
                null,
                course,
                told ? Carriage.ofNotice() : Carriage.NONE);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(new ConsultationNoteWriter().write(note)))
                .getDocumentElement();
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void every_element_stands_where_the_schema_has_it(BusinessStatus status) throws Exception {
        ordered(write(status, new ConsultationNote.Course("2026-12-01", "2027-02-01T10:00:00Z")));
        ordered(write(status, null));
    }

    private static void ordered(Element element) {
        List<String> order = ORDER.get(element.getLocalName());
        List<String> names =
                children(element).stream().map(Element::getLocalName).toList();
        if (order != null) {
            assertThat(order).as(element.getLocalName()).containsAll(names);
            assertThat(names.stream().map(order::indexOf).toList())
                    .as("children of " + element.getLocalName())
                    .isSorted();
        }
        assertThat(element.getNamespaceURI()).isEqualTo("urn:hl7-org:v3");
        children(element).forEach(ConsultationNoteRulesTest::ordered);
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void what_the_templates_require_is_there(BusinessStatus status) throws Exception {
        Element note = write(status, null);
        assertThat(templates(note)).contains(ROOT + "1.1:2015-08-01", ROOT + "1.4:2015-08-01");
        assertThat(at(note, "typeId").getAttribute("extension")).isEqualTo("POCD_HD000040");
        assertThat(at(note, "code").getAttribute("code")).isEqualTo("11488-4");
        Element patient = at(at(at(note, "recordTarget"), "patientRole"), "patient");
        for (String required :
                List.of("name", "administrativeGenderCode", "birthTime", "raceCode", "ethnicGroupCode")) {
            assertThat(children(patient)).extracting(Element::getLocalName).contains(required);
        }
        at(at(note, "inFulfillmentOf"), "order");
        at(at(note, "componentOf"), "encompassingEncounter");
        List<String> sections = sections(note).stream()
                .flatMap(section -> templates(section).stream())
                .toList();
        // CONF:1198-8397 and following: allergies, problems, history of present illness, reason, assessment and plan.
        assertThat(sections)
                .contains(
                        ROOT + "2.6.1:2015-08-01",
                        ROOT + "2.5.1:2015-08-01",
                        "1.3.6.1.4.1.19376.1.5.3.1.3.4",
                        "1.3.6.1.4.1.19376.1.5.3.1.3.1:2014-06-09",
                        ROOT + "2.9:2014-06-09");
        assertThat(sections(note)).allSatisfy(section -> assertThat(children(section))
                .extracting(Element::getLocalName)
                .contains("templateId", "code", "title", "text"));
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void the_notice_goes_with_what_tells_of_treatment_and_first(BusinessStatus status) throws Exception {
        Element note = write(status, null);
        boolean told = status.rf1() == BusinessStatus.Rf1.A;
        String first = sections(note).get(0).getTextContent();
        assertThat(first.contains(RedisclosureNotice.longText().strip())).isEqualTo(told);
        assertThat(at(note, "confidentialityCode").getAttribute("code")).isEqualTo(told ? "R" : "N");
    }

    @Test
    void the_course_is_the_encounter_and_in_words() throws Exception {
        Element note = write(
                BusinessStatus.CLOSED_COMPLETED, new ConsultationNote.Course("2026-12-01", "2027-02-01T10:00:00Z"));
        Element time = at(at(at(note, "componentOf"), "encompassingEncounter"), "effectiveTime");
        assertThat(at(time, "low").getAttribute("value")).isEqualTo("20261201");
        assertThat(at(time, "high").getAttribute("value")).isEqualTo("20270201");
        assertThat(note.getTextContent()).contains("Admitted: 2026-12-01.", "Discharged: 2027-02-01.");
        Element open = write(BusinessStatus.ADMITTED, new ConsultationNote.Course("2026-12-01", ""));
        assertThat(children(at(at(at(open, "componentOf"), "encompassingEncounter"), "effectiveTime")))
                .hasSize(1);
    }

    private static List<Element> sections(Element note) {
        Element body = at(at(note, "component"), "structuredBody");
        return children(body).stream()
                .map(component -> at(component, "section"))
                .toList();
    }

    private static List<String> templates(Element element) {
        return children(element).stream()
                .filter(child -> child.getLocalName().equals("templateId"))
                .map(id -> id.getAttribute("root")
                        + (id.getAttribute("extension").isEmpty() ? "" : ":" + id.getAttribute("extension")))
                .toList();
    }

    private static Element at(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getLocalName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(element.getLocalName() + " has no " + name));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }
}
