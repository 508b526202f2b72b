package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.referral.DocumentNotice;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.outgoing.ScriptedPassage;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** Which document of a referral goes to its requester, and what it looks like. */
class CareNoticesTest {

    private static final TestServer SERVER = TestServer.shared();

    private final ResourceStore store = SERVER.bean(ResourceStore.class);
    private final CareDocuments documents = SERVER.bean(CareDocuments.class);
    private final Task task = new Task();
    private final ScriptedPassage passage = new ScriptedPassage();

    private void output(String type, String reference) {
        task.addOutput()
                .setType(new CodeableConcept(new Coding(CodeSystems.TASK_OUTPUT, type, null)))
                .setValue(new Reference(reference));
    }

    private static DocumentReference current() {
        return new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
    }

    private static DocumentReference document(String text) {
        DocumentReference document = current();
        document.setType(new CodeableConcept(new Coding(CodeSystems.LOINC, "18842-5", null)));
        document.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData(text.getBytes(StandardCharsets.UTF_8));
        return document;
    }

    private ConsentedNotice.Told told(Partner mercy) {
        ReferralRecord.Ids ids = new ReferralRecord.Ids("1", "2", "3");
        ReferralRecord referral = new ReferralRecord(
                ids,
                "mercy",
                "R1",
                "sunrise",
                Dialect.HL7V2,
                Map.of(),
                List.of(),
                BusinessStatus.CLOSED_COMPLETED,
                false,
                ReferralRecord.Missed.NONE,
                null);
        return new ConsentedNotice.Told(referral, task, mercy, "C1", passage.to(mercy, store));
    }

    private String found() {
        Partner mercy = SERVER.bean(PartnerDirectory.class).byId("mercy").orElseThrow();
        return documents
                .of(told(mercy), "discharge-summary")
                .map(DocumentNotice.Document::content)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse("none");
    }

    @Test
    void the_last_summary_goes() {
        output("discharge-summary", store.create(document("draft")));
        output("discharge-summary", store.create(document("final")));
        output(
                "discharge-summary",
                store.create(document("mistake").setStatus(DocumentReferenceStatus.ENTEREDINERROR)));
        output("decline-letter", store.create(document("letter")));

        assertThat(found()).isEqualTo("final");
    }

    @Test
    void what_is_very_restricted_or_a_psychotherapy_note_never_does() {
        DocumentReference restricted = document("restricted");
        restricted.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "V", null);
        DocumentReference note = document("note");
        note.getMeta().addSecurity(CodeSystems.ACT_CODE, "PSYTHPN", null);
        output("discharge-summary", store.create(restricted));
        output("discharge-summary", store.create(note));

        assertThat(found()).isEqualTo("none");
    }

    @Test
    void what_the_gate_denies_does_not_go_and_what_it_shows_is_accounted() {
        output("discharge-summary", store.create(document("older")));
        output("discharge-summary", store.create(document("newest")));
        passage.allow(1);

        assertThat(found()).isEqualTo("older");
        assertThat(passage.shown).containsExactly("DocumentReference");
    }

    @Test
    void content_that_lies_apart_is_fetched_and_other_servers_are_not_asked() {
        String binary = store.create(
                new Binary().setContentType("text/plain").setData("apart".getBytes(StandardCharsets.UTF_8)));
        DocumentReference apart = current();
        apart.addContent().getAttachment().setContentType("text/plain").setUrl(binary);
        output("discharge-summary", store.create(apart));
        assertThat(found()).isEqualTo("apart");

        DocumentReference elsewhere = current();
        elsewhere.addContent().getAttachment().setUrl("http://elsewhere.example/document.pdf");
        output("discharge-summary", store.create(elsewhere));
        assertThat(found()).isEqualTo("apart");
    }

    @Test
    void a_composition_becomes_a_page_with_the_notice() {
        Composition composition = new Composition().setTitle("Discharge <summary>");
        composition
                .addSection()
                .setTitle("Course")
                .setText(narrative("Came to all sessions."))
                .addSection()
                .setText(narrative("And did the homework."));

        assertThat(CompositionPage.of(composition, Carriage.ofNotice()))
                .contains(
                        "<h1>Discharge &lt;summary&gt;</h1>",
                        "Came to all sessions.",
                        "And did the homework.",
                        "42 CFR");
    }

    private static Narrative narrative(String text) {
        XhtmlNode div = new XhtmlNode(org.hl7.fhir.utilities.xhtml.NodeType.Element, "div");
        div.addText(text);
        Narrative narrative = new Narrative().setStatus(Narrative.NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }
}
