package org.warmhandoff.server.terminology;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;

/** What part of an expansion a client wants, and how told: the parameters of FHIR R4's {@code $expand}. */
record ExpansionRequest(
        @Nullable String filter,
        @Nullable Integer offset,
        @Nullable Integer count,
        boolean designations,
        boolean definition,
        boolean activeOnly) {

    static final ExpansionRequest WHOLE = new ExpansionRequest(null, null, null, false, false, false);

    /** The value set with that part of its codes. */
    ValueSet answer(ValueSet valueSet, List<ExpandedCode> codes, Instant now) {
        List<ExpandedCode> wanted = codes.stream()
                .filter(code -> filter == null || code.matches(filter))
                .filter(code -> !activeOnly || !code.inactive())
                .toList();
        ValueSet answer = valueSet.copy();
        answer.setText(null);
        if (!definition) {
            answer.setCompose(null);
        }
        ValueSetExpansionComponent expansion = new ValueSetExpansionComponent()
                .setIdentifier("urn:uuid:" + UUID.randomUUID())
                .setTimestamp(Date.from(now))
                .setTotal(wanted.size());
        answer.setExpansion(expansion);
        if (offset != null || count != null) {
            expansion.setOffset(start());
        }
        parameters(expansion, wanted);
        wanted.stream()
                .skip(start())
                .limit(count == null ? Long.MAX_VALUE : count)
                .map(this::contains)
                .forEach(expansion::addContains);
        return answer;
    }

    private int start() {
        return offset == null ? 0 : offset;
    }

    private void parameters(ValueSetExpansionComponent expansion, List<ExpandedCode> codes) {
        parameter(expansion, "filter", filter == null ? null : new StringType(filter));
        parameter(expansion, "offset", offset == null ? null : new IntegerType(offset));
        parameter(expansion, "count", count == null ? null : new IntegerType(count));
        parameter(expansion, "includeDesignations", designations ? new BooleanType(true) : null);
        parameter(expansion, "activeOnly", activeOnly ? new BooleanType(true) : null);
        codes.stream()
                .filter(code -> code.version() != null)
                .map(code -> code.key().system() + "|" + code.version())
                .distinct()
                .forEach(version -> parameter(expansion, "version", new UriType(version)));
    }

    private static void parameter(ValueSetExpansionComponent expansion, String name, @Nullable Type value) {
        if (value != null) {
            expansion.addParameter().setName(name).setValue(value);
        }
    }

    private ValueSetExpansionContainsComponent contains(ExpandedCode code) {
        ValueSetExpansionContainsComponent contains = new ValueSetExpansionContainsComponent()
                .setCode(code.key().code())
                .setDisplay(code.display());
        if (!code.key().system().isEmpty()) {
            contains.setSystem(code.key().system());
        }
        if (code.inactive()) {
            contains.setInactive(true);
        }
        if (code.heading()) {
            contains.setAbstract(true);
        }
        if (designations) {
            code.designations().forEach(designation -> contains.addDesignation(designation.copy()));
        }
        return contains;
    }
}
