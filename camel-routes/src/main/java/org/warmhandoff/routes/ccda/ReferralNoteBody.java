package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/** The body of a Referral Note: why, problems, medications, allergies, results, payers, and the rest in words. */
final class ReferralNoteBody {

    private static final Map<String, String> PRIORITY =
            Map.of("routine", "R", "urgent", "UR", "asap", "A", "stat", "S");

    private static final Set<String> TOLD = Set.of(
            "ServiceRequest",
            "Task",
            "Patient",
            "RelatedPerson",
            "Coverage",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Condition",
            "AllergyIntolerance",
            "MedicationRequest",
            "Observation",
            "Provenance");

    private final ForwardedReferral referral;
    private final ReferralContent content;
    private final CdaOut out;
    private final CdaParts parts;

    ReferralNoteBody(ForwardedReferral referral, CdaOut out) {
        this.referral = referral;
        this.content = referral.content();
        this.out = out;
        this.parts = new CdaParts(out);
    }

    void write() {
        out.open("component").open("structuredBody");
        CdaCarriage.section(out, referral.carriage());
        SectionOut sections = new SectionOut(out);
        reason(sections);
        if (referral.event() != Event.CANCEL) {
            new ProblemEntries(content, out, parts).write(sections);
            new MedicationEntries(content, out, parts).write(sections);
            new AllergyEntries(content, out, parts).write(sections);
            words(sections, Templates.ROOT + "2.3", "30954-2", "Results", results());
            words(sections, Templates.ROOT + "2.18", "48768-6", "Payers", payers());
        }
        words(sections, Templates.ROOT + "2.9", "51847-2", "Assessment and plan", rest());
        out.close().close();
    }

    private void reason(SectionOut sections) {
        ServiceRequest request = content.request();
        boolean cancelled = referral.event() == Event.CANCEL;
        List<String> words = request.getReasonCode().stream()
                .filter(reason -> !reason.hasCoding() && reason.hasText())
                .map(CodeableConcept::getText)
                .collect(Collectors.toCollection(ArrayList::new));
        if (words.isEmpty()) {
            request.getReasonCode().stream().map(CdaParts::words).forEach(words::add);
        }
        if (cancelled) {
            words = List.of("Cancelled: " + CdaParts.words(content.task().getStatusReason()));
        }
        sections.open("1.3.6.1.4.1.19376.1.5.3.1.3.1", "2014-06-09", "42349-1", "Reason for referral", words);
        out.open("entry").open("act", "classCode", "PCPR", "moodCode", "INT");
        out.empty("templateId", "root", Templates.ROOT + "4.140");
        out.empty("id", "root", referral.messageId().toString(), "extension", "referral");
        parts.concept(
                "code",
                request.getOrderDetail().isEmpty()
                        ? asked(request)
                        : request.getOrderDetail().get(0));
        out.empty("statusCode", "code", cancelled ? "cancelled" : "active");
        if (request.hasPriority()) {
            String code = PRIORITY.getOrDefault(request.getPriority().toCode(), "R");
            out.empty("priorityCode", "code", code, "codeSystem", "2.16.840.1.113883.5.7");
        }
        request.getReasonCode().stream().filter(CodeableConcept::hasCoding).forEach(reason -> related("RSON", reason));
        request.getOrderDetail().stream().skip(1).forEach(detail -> related("SUBJ", detail));
        out.close().close();
        sections.close();
    }

    private static CodeableConcept asked(ServiceRequest request) {
        return new CodeableConcept().setText(request.hasCode() ? CdaParts.words(request.getCode()) : "Referral");
    }

    private void related(String type, CodeableConcept value) {
        out.open("entryRelationship", "typeCode", type).open("observation", "classCode", "OBS", "moodCode", "EVN");
        out.empty("templateId", "root", Templates.ROOT + "4.19", "extension", "2014-06-09");
        out.empty("code", "code", "404684003", "codeSystem", "2.16.840.1.113883.6.96");
        out.empty("statusCode", "code", "completed");
        parts.concept("value", value, "xsi:type", "CD");
        out.close().close();
    }

    private static void words(SectionOut sections, String template, String code, String title, List<String> words) {
        if (!words.isEmpty()) {
            sections.open(template, "2015-08-01", code, title, words);
            sections.close();
        }
    }

    private List<String> results() {
        List<String> lines = new ArrayList<>();
        for (Observation observation : content.all(Observation.class)) {
            lines.add(ObservationWords.of(observation));
        }
        return lines;
    }

    private List<String> payers() {
        return content.all(Coverage.class).stream()
                .map(coverage -> coverage.getPayor().stream()
                                .flatMap(payor -> content.find(payor, Organization.class).stream())
                                .map(Organization::getName)
                                .collect(Collectors.joining(", "))
                        + (coverage.hasSubscriberId() ? ", member " + coverage.getSubscriberId() : ""))
                .toList();
    }

    private List<String> rest() {
        List<String> lines = new ArrayList<>();
        Extension level = content.request().getExtensionByUrl(Canonical.structureDefinition("requested-asam-level"));
        if (level != null && level.getValue() instanceof CodeableConcept concept) {
            lines.add("Requested level of care (ASAM): " + CdaParts.words(concept));
        }
        content.request().getNote().forEach(note -> lines.add(note.hasText() ? note.getText() : ""));
        String left = content.counts().entrySet().stream()
                .filter(count -> !TOLD.contains(count.getKey()))
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            lines.add("Not in this document, ask the sender: " + left + ".");
        }
        return lines;
    }
}
