package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/** Labels are taken away by a privacy officer alone, and what was stored before is labelled after the fact. */
class RelabellingTest {

    private final LabelFixture fixture = new LabelFixture();

    private String condition() {
        return fixture.create(new Condition()
                .setSubject(new Reference(fixture.patient()))
                .setCode(new org.hl7.fhir.r4.model.CodeableConcept(new Coding(CodeSystems.ICD_10_CM, "F32.9", null))));
    }

    private static Parameters wish(String reason, String... removed) {
        Parameters parameters = new Parameters();
        for (String code : removed) {
            parameters
                    .addParameter()
                    .setName("remove")
                    .setValue(new Coding(
                            code.length() == 1 ? CodeSystems.CONFIDENTIALITY : CodeSystems.ACT_CODE, code, null));
        }
        if (!reason.isEmpty()) {
            parameters.addParameter().setName("reason").setValue(new StringType(reason));
        }
        return parameters;
    }

    private Parameters relabel(Caller.Kind kind, Set<Role> roles, String id, Parameters parameters) {
        CurrentCaller current =
                () -> Optional.of(new Caller(kind, "console", "pat", null, roles, Set.of(), Purpose.HOPERAT, null));
        SystemRequestDetails request = new SystemRequestDetails();
        request.setResourceName(new IdType(id).getResourceType());
        return new RelabelProvider(
                        fixture.server.bean(Relabelling.class), LabelFixture.provider(CurrentCaller.class, current))
                .relabel(new IdType(id), parameters, request);
    }

    private Parameters asOfficer(String id, Parameters parameters) {
        return relabel(Caller.Kind.USER, Set.of(Role.PRIVACY_OFFICER), id, parameters);
    }

    @Test
    void a_privacy_officer_takes_labels_away_with_a_reason_and_the_server_does_not_put_them_back() {
        String id = condition();
        asOfficer(id, wish("entered for the hospital", "42CFRPart2", "SUD", "R", "NORDSCLCD"));
        assertThat(fixture.labels(id)).containsExactlyInAnyOrder("PERSISTLABEL", "RedisclosureProhibitionMark");

        Condition now = (Condition) fixture.read(id);
        now.addNote().setText("seen again");
        assertThat(fixture.update(now).statusCode()).isEqualTo(200);
        fixture.passOn();
        assertThat(fixture.labels(id)).containsExactlyInAnyOrder("PERSISTLABEL", "RedisclosureProhibitionMark");

        String kept = fixture.server.get("Provenance?target=" + id).body();
        assertThat(kept).contains("entered for the hospital", "42CFRPart2", "\"pat\"");

        now.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, "SUD", null));
        assertThat(fixture.update(now).statusCode()).isEqualTo(200);
        assertThat(fixture.labels(id)).contains("SUD");
    }

    @ParameterizedTest
    @EnumSource(Caller.Kind.class)
    void nobody_else_does(Caller.Kind kind) {
        String id = condition();
        Set<Role> roles = kind == Caller.Kind.PARTNER
                ? Set.of(Role.PRIVACY_OFFICER)
                : Set.of(Role.ADMIN, Role.THERAPIST, Role.PSYCHIATRIST, Role.INTAKE);
        assertThatThrownBy(() -> relabel(kind, roles, id, wish("because", "SUD")))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThat(fixture.labels(id)).contains("SUD");
        assertThat(fixture.server
                        .post(id + "/$meta-delete", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_the_labels_would_not_bear_is_refused() {
        String id = condition();
        assertThatThrownBy(() -> asOfficer(id, wish("because", "R"))).isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> asOfficer(id, wish("", "SUD"))).isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> asOfficer(id, wish("because", "HIV")))
                .isInstanceOf(UnprocessableEntityException.class);
        assertThat(fixture.labels(id)).contains("R", "SUD", "42CFRPart2");
    }

    @Test
    void what_was_stored_before_is_labelled_after_the_fact_and_then_there_is_nothing_left_to_do() {
        String id = condition();
        String number = new IdType(id).getIdPart();
        fixture.jdbc()
                .update(
                        "delete from hfj_res_tag where res_id = (select res_id from hfj_resource where fhir_id = ?)",
                        number);
        fixture.jdbc().update("update hfj_resource set has_tags = false where fhir_id = ?", number);
        assertThat(fixture.labels(id)).isEmpty();
        fixture.jdbc().update("delete from warmhandoff.label_progress");

        LabelBackfill backfill = fixture.server.bean(LabelBackfill.class);
        for (int i = 0; i < 50 && fixture.server.bean(BackfillRows.class).open().isPresent(); i++) {
            backfill.run();
        }

        assertThat(fixture.labels(id)).contains("R", "42CFRPart2");
        assertThat(fixture.read(id).getMeta().getVersionId()).isEqualTo("1");
        assertThat(fixture.server.bean(BackfillRows.class).open()).isEmpty();
    }
}
