package org.warmhandoff.server.consent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.Directive;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.RecordClass;
import org.warmhandoff.server.part2.RecordKind;

/** What the codes in a Consent mean to the rules. A code that is not here cannot be read. */
final class ConsentWords {

    private static final String ORG_KIND = Canonical.codeSystem("org-kind");
    private static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";

    private static final Map<String, ConsentKind> KINDS = byCode(ConsentKind.values(), ConsentKind::code);
    private static final Map<String, Directive> DIRECTIVES = byCode(Directive.values(), Directive::code);
    private static final Map<String, Purpose> PURPOSES = byCode(Purpose.values(), Purpose::code);

    /** A psychotherapy note of a Part 2 programme is a counseling note, so the label may mean either. */
    private static final Set<RecordClass> NOTES = Set.of(RecordClass.PSYNOTE, RecordClass.SUDNOTE);

    private static final Map<String, Set<RecordClass>> LABELS = Map.ofEntries(
            Map.entry(CodeSystems.ACT_CODE + "|42CFRPart2", Set.of(RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|SUD", Set.of(RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|ETH", Set.of(RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|ETHUD", Set.of(RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|OPIOIDUD", Set.of(RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|MH", Set.of(RecordClass.MH)),
            Map.entry(CodeSystems.ACT_CODE + "|PSY", Set.of(RecordClass.MH)),
            Map.entry(CodeSystems.ACT_CODE + "|BH", Set.of(RecordClass.MH, RecordClass.P2)),
            Map.entry(CodeSystems.ACT_CODE + "|PSYTHPN", NOTES),
            Map.entry(CodeSystems.ACT_CODE + "|HIPAAPsyNotes", NOTES),
            Map.entry(Canonical.codeSystem("record-class") + "|sud-counseling-note", Set.of(RecordClass.SUDNOTE)),
            Map.entry(Canonical.codeSystem("record-class") + "|roster", Set.of(RecordClass.ROSTER)));

    /** Kinds of which every record is of the type or code. */
    private static final Map<String, Set<RecordKind>> DATA = Map.ofEntries(
            Map.entry(RESOURCE_TYPES + "|Patient", Set.of(RecordKind.PATIENT)),
            Map.entry(RESOURCE_TYPES + "|Coverage", Set.of(RecordKind.COVERAGE)),
            Map.entry(
                    RESOURCE_TYPES + "|EpisodeOfCare",
                    Set.of(RecordKind.EPISODE, RecordKind.PHASE, RecordKind.DISCHARGE)),
            Map.entry(RESOURCE_TYPES + "|Encounter", Set.of(RecordKind.ENCOUNTER)),
            Map.entry(RESOURCE_TYPES + "|Condition", Set.of(RecordKind.CONDITION)),
            Map.entry(
                    RESOURCE_TYPES + "|Observation",
                    Set.of(RecordKind.LEVEL_OF_CARE, RecordKind.ASSESSMENT_SCORE, RecordKind.DRUG_TEST)),
            Map.entry(RESOURCE_TYPES + "|MedicationRequest", Set.of(RecordKind.MEDICATION)),
            Map.entry(RESOURCE_TYPES + "|CarePlan", Set.of(RecordKind.CARE_PLAN)),
            Map.entry(RESOURCE_TYPES + "|Composition", Set.of(RecordKind.COURT_REPORT)),
            Map.entry(RESOURCE_TYPES + "|QuestionnaireResponse", Set.of(RecordKind.QUESTIONNAIRE)),
            Map.entry(RESOURCE_TYPES + "|DocumentReference", Set.of(RecordKind.NOTE)),
            Map.entry(Canonical.codeSystem("observation-code") + "|asam-assessment", Set.of(RecordKind.LEVEL_OF_CARE)),
            Map.entry(Canonical.codeSystem("observation-code") + "|uds-panel", Set.of(RecordKind.DRUG_TEST)),
            Map.entry(Canonical.codeSystem("observation-code") + "|oral-fluid-panel", Set.of(RecordKind.DRUG_TEST)),
            Map.entry(Canonical.codeSystem("observation-code") + "|breath-alcohol", Set.of(RecordKind.DRUG_TEST)),
            Map.entry(Canonical.codeSystem("document-type") + "|court-report", Set.of(RecordKind.COURT_REPORT)));

    /** Types of which some records are of a kind that records of other types are of, too. */
    private static final Map<String, Set<RecordKind>> MORE_TO_DENY = Map.of(
            RESOURCE_TYPES + "|Observation", Set.of(RecordKind.OTHER),
            RESOURCE_TYPES + "|Composition", Set.of(RecordKind.NOTE),
            RESOURCE_TYPES + "|ServiceRequest", Set.of(RecordKind.REFERRAL_STATUS, RecordKind.OTHER),
            RESOURCE_TYPES + "|Task", Set.of(RecordKind.REFERRAL_STATUS, RecordKind.OTHER));

    private static final Set<ActorKind> TREATING = Set.of(ActorKind.TREATING_HOSPITAL, ActorKind.TREATING_REHAB);

    private static final Map<String, Set<ActorKind>> CLASSES = Map.of(
            "hospital", Set.of(ActorKind.TREATING_HOSPITAL),
            "rehab", Set.of(ActorKind.TREATING_REHAB),
            "iop-program", Set.of(ActorKind.TREATING_REHAB),
            "payer", Set.of(ActorKind.PAYER),
            "court", Set.of(ActorKind.COURT_MONITOR),
            "probation", Set.of(ActorKind.COURT_MONITOR));

    /** The words of 42 CFR 2.31(a)(4)(ii), in which forms of other systems name classes of recipients. */
    private static final Map<String, Set<ActorKind>> PHRASES = Map.of(
            "my treating providers", TREATING,
            "my treating provider(s)", TREATING,
            "all my treating providers", TREATING,
            "my health plans", Set.of(ActorKind.PAYER),
            "health plans", Set.of(ActorKind.PAYER),
            "third-party payers", Set.of(ActorKind.PAYER),
            "my third-party payers", Set.of(ActorKind.PAYER));

    private ConsentWords() {}

    static Optional<ConsentKind> kind(String code) {
        return Optional.ofNullable(KINDS.get(code));
    }

    static Optional<Directive> directive(String code) {
        return Optional.ofNullable(DIRECTIVES.get(code));
    }

    static Optional<Purpose> purpose(Coding coding) {
        return CodeSystems.ACT_REASON.equals(coding.getSystem())
                ? Optional.ofNullable(PURPOSES.get(String.valueOf(coding.getCode())))
                : Optional.empty();
    }

    /** Empty when no class of record answers to the label. */
    static Set<RecordClass> label(Coding label) {
        return LABELS.getOrDefault(label.getSystem() + "|" + label.getCode(), Set.of());
    }

    /** Kinds of records that a permission for the type or code opens. */
    static Set<RecordKind> data(Coding typeOrCode) {
        return DATA.getOrDefault(typeOrCode.getSystem() + "|" + typeOrCode.getCode(), Set.of());
    }

    /** Kinds of records that a denial of the type or code closes; empty when that cannot be told. */
    static Set<RecordKind> deniedData(Coding typeOrCode) {
        Set<RecordKind> closed = EnumSet.noneOf(RecordKind.class);
        closed.addAll(data(typeOrCode));
        closed.addAll(MORE_TO_DENY.getOrDefault(typeOrCode.getSystem() + "|" + typeOrCode.getCode(), Set.of()));
        return closed;
    }

    /** A class of recipients, by a code of {@code org-kind} in a logical reference. */
    static Set<ActorKind> recipientClass(@Nullable String system, @Nullable String code) {
        return ORG_KIND.equals(system) ? CLASSES.getOrDefault(String.valueOf(code), Set.of()) : Set.of();
    }

    static Set<ActorKind> recipientClass(@Nullable String words) {
        return words == null ? Set.of() : PHRASES.getOrDefault(words.strip().toLowerCase(Locale.ROOT), Set.of());
    }

    private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
        return Stream.of(values).collect(Collectors.toUnmodifiableMap(code, Function.identity()));
    }
}
