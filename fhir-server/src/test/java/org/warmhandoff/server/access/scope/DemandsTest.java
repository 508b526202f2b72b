package org.warmhandoff.server.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandsTest {

    private static final String EVERYTHING = "*.c! *.d! *.r! *.s! *.u!";

    private static Set<String> targets(String type, String parameter) {
        return switch (parameter) {
            case "patient" -> Set.of("Patient");
            case "subject" -> Set.of("Patient", "Group");
            case "organization" -> Set.of("Organization");
            default -> Set.of();
        };
    }

    /** Such as {@code Patient.s!}: with the mark, without limits. */
    private static String needs(
            RestOperationTypeEnum interaction, String name, String type, boolean one, String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], List.of(parts[1]));
        });
        boolean conditional = query.startsWith("if");
        return Demands.of(new Asked(interaction, name, type, one, conditional, parameters, DemandsTest::targets))
                .stream()
                .map(demand -> demand.type() + "."
                        + demand.right()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .charAt(0) + (demand.whole() ? "!" : ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READ | Task | true | '' | Task.r",
                "VREAD | Task | true | '' | Task.r",
                "HISTORY_INSTANCE | Task | true | '' | Task.r!",
                "HISTORY_TYPE | Task | false | '' | Task.s!",
                "HISTORY_SYSTEM | '' | false | '' | *.r! *.s!",
                "SEARCH_SYSTEM | '' | false | '' | *.r! *.s!",
                "GET_PAGE | '' | false | '' | *.r! *.s!",
                "CREATE | Task | false | '' | Task.c",
                "CREATE | Task | false | if=1 | Task.c Task.s!",
                "UPDATE | Task | true | '' | Task.u",
                "UPDATE | Task | false | if=1 | Task.s! Task.u",
                "PATCH | Task | true | '' | Task.u",
                "DELETE | Task | true | '' | Task.d",
                "DELETE | Task | false | if=1 | Task.d Task.s!",
                "METADATA | '' | false | '' | ''",
                "TRANSACTION | '' | false | '' | ''",
                "META | Task | true | '' | *.c! *.d! *.r! *.s! *.u!",
                "GRAPHQL_REQUEST | '' | false | '' | *.c! *.d! *.r! *.s! *.u!",
                "SEARCH_TYPE | Task | false | status=requested | Task.s",
                "SEARCH_TYPE | Task | false | _summary=count | Task.s!",
                "SEARCH_TYPE | Task | false | _count=0 | Task.s!",
                "SEARCH_TYPE | Task | false | _total=ACCURATE | Task.s!",
                "SEARCH_TYPE | Task | false | patient.name=x | Patient.s! Task.s",
                "SEARCH_TYPE | Task | false | subject.name=x | Group.s! Patient.s! Task.s",
                "SEARCH_TYPE | Task | false | subject:Patient.name=x | Patient.s! Task.s",
                "SEARCH_TYPE | Task | false | patient.organization.name=x | Organization.s! Patient.s! Task.s",
                "SEARCH_TYPE | Task | false | unknown.name=x | *.s! Task.s",
                "SEARCH_TYPE | Task | false | _sort=-patient.name | Patient.s! Task.s",
                "SEARCH_TYPE | Task | false | _sort=-status,code | Task.s",
                "SEARCH_TYPE | Patient | false | _has:Observation:patient:code=x | Observation.s! Patient.s",
                "SEARCH_TYPE | Patient | false | _has:Observation:patient:_has:Provenance:target:agent=x | Observation.s! Patient.s Provenance.s!",
                "SEARCH_TYPE | Patient | false | _has:Observation:patient:subject.name=x | Group.s! Observation.s! Patient.s Patient.s!",
                "SEARCH_TYPE | Task | false | patient._has:Observation:patient:code=x | Observation.s! Patient.s! Task.s",
                "SEARCH_TYPE | Patient | false | _has:Observation=x | *.s! Patient.s",
                "SEARCH_TYPE | Task | false | _filter=x | *.s! Task.s",
                "SEARCH_TYPE | Task | false | _text:contains=x | *.s! Task.s",
                "SEARCH_TYPE | Task | false | _include=Task:patient | Task.s",
            })
    void an_interaction_needs(String interaction, String type, boolean one, String query, String needed) {
        assertThat(needs(RestOperationTypeEnum.valueOf(interaction), "", type, one, query))
                .isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$process-message | '' | '' | Bundle.c",
                "$transition | Task | '' | Task.u",
                "$court-report | ServiceRequest | '' | ServiceRequest.u",
                "$revoke | Consent | '' | Consent.u",
                "$everything | Patient | '' | *.r! *.s! Patient.r",
                "$export | Group | '' | *.r! Group.r",
                "$export | Group | _type=Encounter,Patient | Encounter.r! Group.r Patient.r!",
                "$export | Group | _type=, | *.r! Group.r",
                "$disclosure-accounting | Patient | '' | AuditEvent.r! Patient.r",
                "$note | Composition | '' | Composition.r",
                "$relabel | Patient | '' | Patient.u",
                "$expand | ValueSet | '' | ''",
                "$validate | Task | '' | Task.r",
                "$meta-delete | Task | '' | *.c! *.d! *.r! *.s! *.u!",
                "$expunge | '' | '' | *.c! *.d! *.r! *.s! *.u!",
            })
    void an_operation_needs(String name, String type, String query, String needed) {
        assertThat(needs(RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE, name, type, true, query))
                .isEqualTo(needed);
    }

    @Test
    void what_is_not_in_the_table_needs_everything() {
        Set<RestOperationTypeEnum> known = EnumSet.of(
                RestOperationTypeEnum.METADATA,
                RestOperationTypeEnum.TRANSACTION,
                RestOperationTypeEnum.BATCH,
                RestOperationTypeEnum.VALIDATE,
                RestOperationTypeEnum.READ,
                RestOperationTypeEnum.VREAD,
                RestOperationTypeEnum.HISTORY_INSTANCE,
                RestOperationTypeEnum.HISTORY_TYPE,
                RestOperationTypeEnum.HISTORY_SYSTEM,
                RestOperationTypeEnum.SEARCH_TYPE,
                RestOperationTypeEnum.SEARCH_SYSTEM,
                RestOperationTypeEnum.GET_PAGE,
                RestOperationTypeEnum.CREATE,
                RestOperationTypeEnum.UPDATE,
                RestOperationTypeEnum.PATCH,
                RestOperationTypeEnum.DELETE);
        for (RestOperationTypeEnum interaction : EnumSet.complementOf(EnumSet.copyOf(known))) {
            assertThat(needs(interaction, "$new", "Task", true, ""))
                    .as(interaction.name())
                    .isEqualTo(EVERYTHING);
        }
    }
}
