package org.warmhandoff.server.labels;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.warmhandoff.profiles.GuidePackage;

/** Codes that speak of substance use: value sets of the guide and {@code sensitive-codes.csv}. Immutable. */
final class SensitiveCodes {

    private final Set<SecurityLabel> codes = new HashSet<>();
    private final Map<String, List<String>> prefixes = new TreeMap<>();

    private SensitiveCodes() {}

    static SensitiveCodes ofGuide() {
        SensitiveCodes found = new SensitiveCodes();
        Set<SecurityLabel> not = new HashSet<>();
        for (List<String> row : DataTable.rows("sensitive-codes.csv")) {
            SecurityLabel code = new SecurityLabel(row.get(1), row.get(2));
            switch (row.get(0)) {
                case "value-set" -> found.addValueSet(row.get(2));
                case "code" -> found.codes.add(code);
                case "not" -> not.add(code);
                case "prefix" ->
                    found.prefixes
                            .computeIfAbsent(code.system(), any -> new ArrayList<>())
                            .add(code.code());
                default -> throw new IllegalStateException("sensitive-codes.csv: unknown rule " + row.get(0));
            }
        }
        found.codes.removeAll(not);
        return found;
    }

    boolean contains(Coding coding) {
        String code = coding.getCode();
        if (code == null || coding.getSystem() == null) {
            return false;
        }
        return codes.contains(new SecurityLabel(coding.getSystem(), code))
                || prefixes.getOrDefault(coding.getSystem(), List.of()).stream().anyMatch(code::startsWith);
    }

    private void addValueSet(String id) {
        String text = GuidePackage.read("package/ValueSet-" + id + ".json");
        ValueSet set = FhirContext.forR4Cached().newJsonParser().parseResource(ValueSet.class, text);
        set.getCompose().getInclude().forEach(include -> include.getConcept()
                .forEach(concept -> codes.add(new SecurityLabel(include.getSystem(), concept.getCode()))));
    }
}
