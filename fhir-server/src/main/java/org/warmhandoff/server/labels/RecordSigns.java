package org.warmhandoff.server.labels;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;

/** What a record says of itself by codes, kind and extensions. Pure. */
final class RecordSigns {

    private static final String GROUP_SESSION = Canonical.structureDefinition("iop-group-session");
    private static final String PROTECTED_NOTE = Canonical.structureDefinition("iop-protected-note");
    private static final String SELF_PAY = Canonical.structureDefinition("self-pay-restriction");
    private static final String SELF_PAY_TYPE = "http://terminology.hl7.org/CodeSystem/coverage-selfpay";
    private static final List<String> COURT =
            List.of(Canonical.structureDefinition("court-case"), Canonical.structureDefinition("court-participant-id"));

    /** Types whose several patients are no news to any of them: who one is, and who did what. */
    private static final Set<String> ABOUT_SEVERAL = Set.of("AuditEvent", "Bundle", "Group", "Patient", "Provenance");

    private final SensitiveCodes codes;

    RecordSigns(SensitiveCodes codes) {
        this.codes = codes;
    }

    /** @param isPatient whether a reference is to a Patient; inside a transaction only who has all of it knows */
    Set<Mark> of(Resource resource, Predicate<String> isPatient) {
        Elements elements = Elements.of(resource);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        stated(resource, marks);
        if (elements.codings().stream().anyMatch(codes::contains)) {
            marks.add(Mark.SUBSTANCE_USE);
        }
        if (selfPay(resource)) {
            marks.add(Mark.SELF_PAY);
        }
        if (resource instanceof DomainResource record && COURT.stream().anyMatch(record::hasExtension)) {
            marks.add(Mark.COURT_DATA);
        }
        company(resource, elements, isPatient, marks);
        return marks;
    }

    /** What whoever wrote it says that it is. */
    private static void stated(Resource resource, Set<Mark> marks) {
        Set<SecurityLabel> labels = SecurityLabel.of(resource);
        noteCodes(resource).stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> new SecurityLabel(coding.getSystem(), coding.getCode()))
                .forEach(labels::add);
        if (labels.contains(SecurityLabel.PART2)) {
            marks.add(Mark.PART2);
        }
        if (labels.contains(SecurityLabel.ROSTER)) {
            marks.add(Mark.ROSTER);
        }
        if (labels.contains(SecurityLabel.SUD_NOTE)) {
            marks.add(Mark.SUD_COUNSELING_NOTE);
        } else if (labels.contains(SecurityLabel.PSYCHOTHERAPY_NOTE)
                || labels.contains(SecurityLabel.PSYCHOTHERAPY_NOTE_LAW)
                || resource.getMeta().hasProfile(PROTECTED_NOTE)) {
            marks.add(Mark.PSYCHOTHERAPY_NOTE);
        }
    }

    private static List<Coding> noteCodes(Resource resource) {
        if (resource instanceof DocumentReference note) {
            return java.util.stream.Stream.of(note.getCategory(), note.getSecurityLabel(), List.of(note.getType()))
                    .flatMap(List::stream)
                    .flatMap(concept -> concept.getCoding().stream())
                    .toList();
        } else if (resource instanceof Composition note) {
            return java.util.stream.Stream.of(note.getCategory(), List.of(note.getType()))
                    .flatMap(List::stream)
                    .flatMap(concept -> concept.getCoding().stream())
                    .toList();
        }
        return List.of();
    }

    private static boolean selfPay(Resource resource) {
        boolean restricted = resource instanceof DomainResource record
                && record.getExtensionsByUrl(SELF_PAY).stream()
                        .anyMatch(extension -> !(extension.getValue() instanceof BooleanType value
                                && value.isBooleanPrimitive()
                                && !value.booleanValue()));
        return restricted
                || (resource instanceof Coverage coverage
                        && coverage.getType().getCoding().stream()
                                .anyMatch(coding -> SELF_PAY_TYPE.equals(coding.getSystem())));
    }

    /** Who else was there (42 CFR 2.13). */
    private static void company(Resource resource, Elements elements, Predicate<String> isPatient, Set<Mark> marks) {
        if (resource instanceof Group group) {
            if (group.getType() == Group.GroupType.PERSON || group.hasMember()) {
                marks.add(Mark.ROSTER);
            }
            return;
        }
        if (resource instanceof Encounter session
                && (session.getMeta().hasProfile(GROUP_SESSION)
                        || isGroup(session.getSubject().getReference()))) {
            marks.add(Mark.ROSTER);
            return;
        }
        if (ABOUT_SEVERAL.contains(resource.fhirType())) {
            return;
        }
        Set<String> patients = elements.references().stream()
                .map(reference -> reference.getReference())
                .filter(reference -> reference != null && isPatient.test(reference))
                .map(reference -> reference.replaceFirst("/_history/.*$", ""))
                .collect(Collectors.toSet());
        if (patients.size() > 1) {
            marks.add(ofOne(resource, isPatient) ? Mark.ABOUT_OTHERS : Mark.ROSTER);
        } else if (elements.references().stream().anyMatch(reference -> isGroup(reference.getReference()))
                && !ofOne(resource, isPatient)) {
            marks.add(Mark.ROSTER);
        }
    }

    private static boolean isGroup(@org.jspecify.annotations.Nullable String reference) {
        return reference != null && reference.contains("Group/");
    }

    private static boolean ofOne(Resource resource, Predicate<String> isPatient) {
        return Derivations.subject(resource).filter(isPatient).isPresent();
    }
}
