package org.warmhandoff.server.terminology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetComposeComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.warmhandoff.server.terminology.ExpandedCode.Key;
import org.warmhandoff.server.terminology.guide.Canonicals;

/**
 * Enumerates value sets by FHIR R4's rules of composition (valueset.html#compositions): an include is the intersection of
 * its system's part and its value sets, a value set is the union of its includes less its excludes. HAPI's in-memory
 * expansion is not used for it: it loses order and designations, and takes a union where R4 has an intersection.
 */
final class Expander {

    static final int MOST_CODES = 10_000;

    private final Definitions definitions;
    private final Indexes indexes;

    Expander(Definitions definitions, Indexes indexes) {
        this.definitions = definitions;
        this.indexes = indexes;
    }

    Expansion expand(ValueSet valueSet) {
        return expand(valueSet, Set.of());
    }

    private Expansion expand(ValueSet valueSet, Set<String> above) {
        if (!valueSet.getCompose().hasInclude()) {
            return enumerated(valueSet);
        }
        Set<String> path = new HashSet<>(above);
        if (valueSet.hasUrl() && !path.add(valueSet.getUrl())) {
            return new Expansion.Impossible(
                    IssueType.PROCESSING, "The value set " + valueSet.getUrl() + " includes itself.");
        }
        ValueSetComposeComponent compose = valueSet.getCompose();
        boolean inactiveToo = !compose.hasInactive() || compose.getInactive();
        Map<Key, ExpandedCode> codes = new LinkedHashMap<>();
        for (ConceptSetComponent include : compose.getInclude()) {
            Expansion part = part(include, path);
            if (!(part instanceof Expansion.Codes found)) {
                return part;
            }
            found.codes().stream()
                    .filter(code -> inactiveToo || !code.inactive())
                    .forEach(code -> codes.putIfAbsent(code.key(), code));
        }
        return without(compose.getExclude(), codes, path);
    }

    private Expansion without(List<ConceptSetComponent> excludes, Map<Key, ExpandedCode> codes, Set<String> path) {
        for (ConceptSetComponent exclude : excludes) {
            Expansion part = part(exclude, path);
            if (part instanceof Expansion.Codes found) {
                found.codes().forEach(code -> codes.remove(code.key()));
            } else {
                return part;
            }
        }
        return limited(List.copyOf(codes.values()));
    }

    private Expansion part(ConceptSetComponent include, Set<String> path) {
        List<Expansion> parts = new ArrayList<>();
        if (include.hasSystem()) {
            parts.add(systemPart(include));
        }
        for (CanonicalType imported : include.getValueSet()) {
            parts.add(definitions
                    .valueSet(imported.getValue())
                    .map(found -> expand(found, path))
                    .orElseGet(() -> new Expansion.Impossible(
                            IssueType.NOTFOUND, "It includes " + imported.getValue() + ", which is not known here.")));
        }
        return parts.stream()
                .reduce(Expander::intersection)
                .orElseGet(() -> new Expansion.Impossible(
                        IssueType.INVALID, "An include needs a system or a value set (invariant vsd-1)."));
    }

    private static Expansion intersection(Expansion one, Expansion other) {
        if (one instanceof Expansion.Codes left && other instanceof Expansion.Codes right) {
            Set<Key> keys = new HashSet<>();
            right.codes().forEach(code -> keys.add(code.key()));
            return new Expansion.Codes(left.codes().stream()
                    .filter(code -> keys.contains(code.key()))
                    .toList());
        }
        return one instanceof Expansion.Impossible ? one : other;
    }

    private Expansion systemPart(ConceptSetComponent include) {
        String canonical = Canonicals.of(include.getSystem(), include.getVersion());
        Optional<CodeIndex> index = definitions
                .codeSystem(canonical)
                .filter(system -> system.getContent() != CodeSystemContentMode.NOTPRESENT)
                .map(indexes::of);
        if (include.hasConcept()) {
            return new Expansion.Codes(listed(include, index));
        }
        return index.map(found -> selected(include, found))
                .orElseGet(() -> new Expansion.Impossible(
                        IssueType.NOTSUPPORTED,
                        "The codes of " + canonical + " cannot be enumerated: its content is not at hand."));
    }

    /** The codes that a value set lists; of a system that is at hand only those that there are. */
    private static List<ExpandedCode> listed(ConceptSetComponent include, Optional<CodeIndex> index) {
        if (index.isEmpty()) {
            return include.getConcept().stream()
                    .map(code -> ExpandedCode.of(code, include.getSystem(), include.getVersion()))
                    .toList();
        }
        CodeIndex system = index.get();
        return include.getConcept().stream()
                .flatMap(code -> system.find(code.getCode()).stream().map(concept -> ExpandedCode.of(
                                concept, include.getSystem(), system.system().getVersion())
                        .as(code)))
                .toList();
    }

    private static Expansion selected(ConceptSetComponent include, CodeIndex index) {
        Optional<String> unknown = include.getFilter().stream()
                .filter(filter -> !ConceptFilter.understands(filter))
                .map(filter ->
                        filter.getProperty() + " " + filter.getOpElement().getValueAsString())
                .findFirst();
        if (unknown.isPresent()) {
            return new Expansion.Impossible(
                    IssueType.NOTSUPPORTED, "The filter " + unknown.get() + " is not understood here.");
        }
        return limited(index.all().stream()
                .filter(concept ->
                        include.getFilter().stream().allMatch(filter -> ConceptFilter.accepts(filter, concept, index)))
                .map(concept -> ExpandedCode.of(
                        concept, include.getSystem(), index.system().getVersion()))
                .toList());
    }

    /** A value set without a definition may still say what it held when somebody enumerated it. */
    private static Expansion enumerated(ValueSet valueSet) {
        return valueSet.hasExpansion()
                ? limited(valueSet.getExpansion().getContains().stream()
                        .flatMap(Expander::flattened)
                        .filter(contains -> contains.hasCode() && !contains.getAbstract())
                        .map(contains -> new ExpandedCode(
                                new Key(contains.hasSystem() ? contains.getSystem() : "", contains.getCode()),
                                contains.getVersion(),
                                contains.getDisplay(),
                                List.copyOf(contains.getDesignation()),
                                contains.getInactive(),
                                false))
                        .toList())
                : new Expansion.Impossible(IssueType.NOTSUPPORTED, "The value set has no definition of its content.");
    }

    private static Stream<ValueSetExpansionContainsComponent> flattened(ValueSetExpansionContainsComponent contains) {
        return Stream.concat(
                Stream.of(contains), contains.getContains().stream().flatMap(Expander::flattened));
    }

    private static Expansion limited(List<ExpandedCode> codes) {
        return codes.size() <= MOST_CODES
                ? new Expansion.Codes(codes)
                : new Expansion.Impossible(
                        IssueType.TOOCOSTLY, "More than " + MOST_CODES + " codes: narrow the value set.");
    }
}
