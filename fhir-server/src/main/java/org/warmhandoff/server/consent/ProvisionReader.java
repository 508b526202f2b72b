package org.warmhandoff.server.consent;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.Provision;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.RecordClass;
import org.warmhandoff.server.part2.RecordKind;

/**
 * Reads one provision. What it says and we cannot read makes a permission void, and a denial wider: a denial of records
 * that we cannot tell from others is a denial of all.
 */
final class ProvisionReader {

    private static final Set<String> LETS_OUT = Set.of("access", "use", "disclose");
    private static final Set<String> KEEPS_IN = Set.of("collect", "correct");

    private static final Set<ActorKind> EVERYBODY = Set.of(ActorKind.values());

    private final ConsentKind kind;

    ProvisionReader(ConsentKind kind) {
        this.kind = kind;
    }

    /** Empty when nothing can be permitted by it. */
    Optional<Provision> permission(ProvisionComponent provision) {
        NamedRecipients recipients = NamedRecipients.of(provision.getActor(), true);
        Set<Purpose> purposes = purposes(provision);
        Set<RecordClass> classes = permittedClasses(provision);
        Set<RecordKind> kinds = permittedKinds(provision);
        boolean unread = isNarrowerThanWeCanTell(provision)
                || (provision.hasActor() && recipients.isNobody())
                || purposes.size() < distinct(provision.getPurpose())
                || (provision.hasSecurityLabel() && classes.isEmpty())
                || (names(provision) && kinds.isEmpty());
        return unread
                ? Optional.empty()
                : Optional.of(new Provision(true, recipients.ids(), recipients.classes(), purposes, classes, kinds));
    }

    /** Empty when it is not about letting records out. */
    Optional<Provision> denial(ProvisionComponent provision) {
        if (provision.hasAction() && KEEPS_IN.containsAll(actions(provision))) {
            return Optional.empty();
        }
        NamedRecipients recipients = NamedRecipients.of(provision.getActor(), false);
        Set<Purpose> purposes = purposes(provision);
        return Optional.of(new Provision(
                false,
                recipients.ids(),
                recipients.unread() ? EVERYBODY : recipients.classes(),
                purposes.size() < distinct(provision.getPurpose()) ? EnumSet.allOf(Purpose.class) : purposes,
                deniedClasses(provision),
                deniedKinds(provision)));
    }

    /** Whether it was not clear to whom it denies. */
    static boolean deniesEverybody(Provision provision) {
        return !provision.permits() && provision.recipientClasses().equals(EVERYBODY);
    }

    private static boolean isNarrowerThanWeCanTell(ProvisionComponent provision) {
        return provision.hasData()
                || provision.hasDataPeriod()
                || provision.hasModifierExtension()
                || (provision.hasAction() && actions(provision).stream().noneMatch(LETS_OUT::contains));
    }

    private static List<String> actions(ProvisionComponent provision) {
        return codings(provision.getAction())
                .map(coding -> String.valueOf(coding.getCode()))
                .toList();
    }

    private static boolean names(ProvisionComponent provision) {
        return provision.hasClass_() || provision.hasCode();
    }

    private static Set<Purpose> purposes(ProvisionComponent provision) {
        Set<Purpose> read = EnumSet.noneOf(Purpose.class);
        provision.getPurpose().forEach(coding -> ConsentWords.purpose(coding).ifPresent(read::add));
        return read;
    }

    private static long distinct(List<Coding> codings) {
        return codings.stream()
                .map(coding -> coding.getSystem() + "|" + coding.getCode())
                .distinct()
                .count();
    }

    private Set<RecordClass> permittedClasses(ProvisionComponent provision) {
        Set<RecordClass> classes = EnumSet.noneOf(RecordClass.class);
        boolean unread = false;
        for (Coding label : sensitivities(provision)) {
            Set<RecordClass> meant = ofThisKind(ConsentWords.label(label));
            unread |= meant.isEmpty();
            classes.addAll(meant);
        }
        if (sensitivities(provision).isEmpty()) {
            return byConfidentiality(provision);
        }
        // With notes nothing else may be permitted, so not what cannot be read either.
        boolean notes = classes.contains(RecordClass.SUDNOTE) || classes.contains(RecordClass.PSYNOTE);
        return unread && notes ? Set.of() : classes;
    }

    private static Set<RecordClass> byConfidentiality(ProvisionComponent provision) {
        Set<RecordClass> classes = EnumSet.noneOf(RecordClass.class);
        for (Coding label : provision.getSecurityLabel()) {
            switch (String.valueOf(label.getCode())) {
                case "N" -> classes.add(RecordClass.GENERAL);
                case "R" -> classes.addAll(Set.of(RecordClass.GENERAL, RecordClass.MH, RecordClass.P2));
                default -> {}
            }
        }
        return classes;
    }

    /** The label of notes is one; which notes a permission is for, its kind says. */
    private Set<RecordClass> ofThisKind(Set<RecordClass> classes) {
        if (classes.size() < 2 || !classes.contains(RecordClass.SUDNOTE)) {
            return classes;
        }
        return Set.of(kind == ConsentKind.COUNSELING_NOTES ? RecordClass.SUDNOTE : RecordClass.PSYNOTE);
    }

    private static Set<RecordClass> deniedClasses(ProvisionComponent provision) {
        Set<RecordClass> classes = EnumSet.noneOf(RecordClass.class);
        for (Coding label : sensitivities(provision)) {
            Set<RecordClass> meant = ConsentWords.label(label);
            if (meant.isEmpty()) {
                return EnumSet.allOf(RecordClass.class);
            }
            classes.addAll(meant);
        }
        return classes;
    }

    private static List<Coding> sensitivities(ProvisionComponent provision) {
        return provision.getSecurityLabel().stream()
                .filter(label -> !CodeSystems.CONFIDENTIALITY.equals(label.getSystem()))
                .toList();
    }

    private static Set<RecordKind> permittedKinds(ProvisionComponent provision) {
        Set<RecordKind> byClass = kinds(provision.getClass_().stream());
        Set<RecordKind> byCode = kinds(codings(provision.getCode()));
        if (!provision.hasClass_() || !provision.hasCode()) {
            return provision.hasCode() ? byCode : byClass;
        }
        Set<RecordKind> both = new HashSet<>(byClass);
        both.retainAll(byCode);
        return both;
    }

    private static Set<RecordKind> deniedKinds(ProvisionComponent provision) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (Coding said : Stream.concat(provision.getClass_().stream(), codings(provision.getCode()))
                .toList()) {
            Set<RecordKind> meant = ConsentWords.deniedData(said);
            if (meant.isEmpty()) {
                return EnumSet.allOf(RecordKind.class);
            }
            kinds.addAll(meant);
        }
        return kinds;
    }

    private static Set<RecordKind> kinds(Stream<Coding> said) {
        return said.map(ConsentWords::data).flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Coding> codings(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(concept -> concept.getCoding().stream());
    }
}
