package org.warmhandoff.server.disclosure.facts;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.Label;

/**
 * Reads {@code meta.security} and what else says of a record how it must be kept. A label that narrows counts in whatever
 * code system; one that cannot be read makes the record one of 42 CFR Part 2.
 */
final class RecordLabels {

    private static final String RECORD_CLASS = Canonical.codeSystem("record-class");

    private static final Map<String, Label> NARROWING = Map.ofEntries(
            Map.entry("roster", Label.ROSTER),
            Map.entry("sud-counseling-note", Label.SUD_NOTE),
            Map.entry("PSYTHPN", Label.PSYCHOTHERAPY_NOTE),
            Map.entry("HIPAAPsyNotes", Label.PSYCHOTHERAPY_NOTE),
            Map.entry("42CFRPart2", Label.PART2),
            Map.entry("MH", Label.MENTAL_HEALTH),
            Map.entry("PSY", Label.MENTAL_HEALTH),
            Map.entry("HIPAASelfPay", Label.SELF_PAY),
            Map.entry("about-others", Label.ABOUT_OTHERS),
            Map.entry("court-data", Label.COURT_DATA),
            Map.entry("confidential-communication", Label.CONFIDENTIAL_COMMUNICATION),
            Map.entry("state-consent-needed", Label.STATE_CONSENT_NEEDED));

    /** Profiles that say as much as a label. */
    private static final Map<String, Label> PROFILES = Map.of(
            Canonical.structureDefinition("iop-group-session"), Label.ROSTER,
            Canonical.structureDefinition("iop-group"), Label.ROSTER,
            Canonical.structureDefinition("iop-payer-attribution"), Label.ROSTER,
            Canonical.structureDefinition("iop-protected-note"), Label.PSYCHOTHERAPY_NOTE);

    private static final Map<String, Label> EXTENSIONS = Map.of(
            Canonical.structureDefinition("court-case"), Label.COURT_DATA,
            Canonical.structureDefinition("court-participant-id"), Label.COURT_DATA,
            Canonical.structureDefinition("self-pay-restriction"), Label.SELF_PAY);

    private RecordLabels() {}

    static EnumSet<Label> of(Resource resource) {
        EnumSet<Label> labels = EnumSet.noneOf(Label.class);
        for (Coding coding : resource.getMeta().getSecurity()) {
            labels(coding, labels);
        }
        resource.getMeta().getProfile().forEach(profile -> {
            Label label = PROFILES.get(withoutVersion(profile.getValue()));
            if (label != null) {
                labels.add(label);
            }
        });
        if (resource instanceof DomainResource domain) {
            domain.getExtension().forEach(extension -> label(extension, labels));
        }
        if (labels.isEmpty() && resource.getMeta().getSecurity(CodeSystems.CONFIDENTIALITY, "V") != null) {
            // Very restricted, and nothing says why.
            labels.add(Label.PART2);
        }
        return labels;
    }

    private static void labels(Coding coding, Set<Label> labels) {
        Label label = coding.hasCode() ? NARROWING.get(coding.getCode()) : Label.PART2;
        if (label != null) {
            labels.add(label);
        } else if (RECORD_CLASS.equals(coding.getSystem()) && "deidentified".equals(coding.getCode())) {
            labels.add(Label.DEIDENTIFIED);
        } else if (!coding.hasSystem()) {
            labels.add(Label.PART2);
        }
    }

    private static void label(Extension extension, Set<Label> labels) {
        Label label = extension.getUrl() == null ? null : EXTENSIONS.get(extension.getUrl());
        boolean lifted = extension.getValue() instanceof BooleanType value && Boolean.FALSE.equals(value.getValue());
        if (label != null && !lifted) {
            labels.add(label);
        }
    }

    private static String withoutVersion(@Nullable String canonical) {
        if (canonical == null) {
            return "";
        }
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
