package org.warmhandoff.server.terminology.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;

/** One search parameter of FHIR R4 on a definition: its name with a modifier, and values any of which will do. */
record DefinitionCriterion(String name, List<String> values) {

    static DefinitionCriterion of(String name, String values) {
        return new DefinitionCriterion(name, Arrays.asList(values.split(",")));
    }

    boolean accepts(MetadataResource definition) {
        return values.stream().anyMatch(test(definition));
    }

    boolean isExact() {
        return values.size() == 1 && (name.equals("_id") || name.equals("url"));
    }

    private Predicate<String> test(MetadataResource definition) {
        return switch (name) {
            case "_id" -> value -> value.equals(definition.getIdElement().getIdPart());
            case "url" -> value -> value.equals(definition.getUrl());
            case "url:below" -> value -> text(definition.getUrl()).startsWith(value);
            case "version" -> value -> code(value).equals(definition.getVersion());
            case "status" ->
                value -> definition.hasStatus()
                        && code(value).equals(definition.getStatus().toCode());
            case "title" -> value -> lower(definition.getTitle()).startsWith(lower(value));
            case "title:contains" -> value -> lower(definition.getTitle()).contains(lower(value));
            case "title:exact" -> value -> value.equals(definition.getTitle());
            default -> value -> false;
        };
    }

    /** A token without its system: the guide's versions and states have none that could differ. */
    private static String code(String token) {
        return token.substring(token.indexOf('|') + 1);
    }

    private static String lower(@Nullable String text) {
        return text(text).toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
