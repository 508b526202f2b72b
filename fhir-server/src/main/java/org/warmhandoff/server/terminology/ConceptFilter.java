package org.warmhandoff.server.terminology;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;

/**
 * The filters of a value set's include (FHIR R4, filter-operator). Regular expressions are left out: they come from
 * clients, and a bad one would hold a thread for hours.
 */
final class ConceptFilter {

    private static final Set<FilterOperator> ON_HIERARCHY = EnumSet.of(
            FilterOperator.ISA, FilterOperator.DESCENDENTOF, FilterOperator.ISNOTA, FilterOperator.GENERALIZES);
    private static final Set<FilterOperator> ON_VALUES =
            EnumSet.of(FilterOperator.EQUAL, FilterOperator.IN, FilterOperator.NOTIN, FilterOperator.EXISTS);
    private static final Set<String> CODE = Set.of("concept", "code");

    private ConceptFilter() {}

    static boolean understands(ConceptSetFilterComponent filter) {
        return filter.hasValue()
                && filter.hasProperty()
                && filter.getOp() != null
                && (ON_VALUES.contains(filter.getOp())
                        || (ON_HIERARCHY.contains(filter.getOp()) && CODE.contains(filter.getProperty())));
    }

    static boolean accepts(ConceptSetFilterComponent filter, IndexedConcept concept, CodeIndex index) {
        String value = filter.getValue();
        boolean self = concept.code().equals(value);
        return switch (filter.getOp()) {
            case ISA -> self || index.isAbove(value, concept.code());
            case DESCENDENTOF -> index.isAbove(value, concept.code());
            case ISNOTA -> !self && !index.isAbove(value, concept.code());
            case GENERALIZES -> self || index.isAbove(concept.code(), value);
            case EQUAL -> values(filter.getProperty(), concept).anyMatch(value::equals);
            case IN -> values(filter.getProperty(), concept).anyMatch(listed(value)::contains);
            case NOTIN -> values(filter.getProperty(), concept).noneMatch(listed(value)::contains);
            case EXISTS -> values(filter.getProperty(), concept).findAny().isPresent() == Boolean.parseBoolean(value);
            default -> throw new IllegalArgumentException("Not understood: " + filter.getOp());
        };
    }

    private static List<String> listed(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    private static Stream<String> values(String property, IndexedConcept concept) {
        return switch (property) {
            case "concept", "code" -> Stream.of(concept.code());
            case "display" -> Stream.ofNullable(concept.definition().getDisplay());
            case "definition" -> Stream.ofNullable(concept.definition().getDefinition());
            case "parent" -> concept.parents().stream();
            case "child" -> concept.children().stream();
            default -> concept.values(property);
        };
    }
}
