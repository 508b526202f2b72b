package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.warmhandoff.server.export.ExportFixture.coverage;
import static org.warmhandoff.server.export.ExportFixture.organization;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group.GroupMemberComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.Canonical;

/** A payer's Group follows the Coverages, on the real server. */
class PayerAttributionTest {

    private final ExportFixture fixture = new ExportFixture();

    @Test
    void whoever_a_payer_covers_is_a_member_however_the_coverage_names_it() {
        Organization fromHl7 = new Organization().setName("Acme Health PPO");
        fromHl7.addIdentifier().setSystem(Canonical.BASE + "/assigner/mercy").setValue("PAY01");
        List<Reference> payors = List.of(
                organization("acme-health"),
                new Reference()
                        .setIdentifier(
                                new Identifier().setSystem(Canonical.PARTNER).setValue("acme-health")),
                new Reference(fixture.create(fromHl7)));
        List<String> patients = new ArrayList<>();
        for (Reference payor : payors) {
            String patient = fixture.patient();
            fixture.create(coverage(patient, payor));
            patients.add(patient);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.members("acme-health")).containsAll(patients));
        assertThat(fixture.members("beta-health")).doesNotContainAnyElementsOf(patients);
    }

    @Test
    void a_member_shows_the_period_of_its_coverage() {
        String patient = fixture.patient();
        fixture.create(lasting(patient, "2026-01-01", "2099-12-31"));
        fixture.awaitMember("acme-health", patient);
        GroupMemberComponent member = fixture.group("acme-health").getMember().stream()
                .filter(one -> one.getEntity().getReference().equals(patient))
                .findFirst()
                .orElseThrow();
        assertThat(member.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-01-01");
        assertThat(member.getPeriod().getEndElement().getValueAsString()).isEqualTo("2099-12-31");
        assertThat(member.getInactive()).isFalse();
    }

    @Test
    void a_coverage_that_is_cancelled_wrong_over_or_deleted_makes_no_member() {
        String cancelled = fixture.patient();
        String wrong = fixture.patient();
        String over = fixture.patient();
        String deleted = fixture.patient();
        String moved = fixture.patient();
        List<String> patients = List.of(cancelled, wrong, over, deleted, moved);
        List<String> ids = patients.stream()
                .map(patient -> fixture.create(coverage(patient, organization("acme-health"))))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.members("acme-health")).containsAll(patients));

        fixture.update(ids.get(0), acme(cancelled).setStatus(CoverageStatus.CANCELLED));
        fixture.update(ids.get(1), acme(wrong).setStatus(CoverageStatus.ENTEREDINERROR));
        fixture.update(ids.get(2), lasting(over, "2020-01-01", "2020-12-31"));
        assertThat(fixture.server.delete(ids.get(3)).statusCode()).isBetween(200, 204);
        String newBeneficiary = fixture.patient();
        fixture.update(ids.get(4), acme(newBeneficiary));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(fixture.members("acme-health"))
                .doesNotContainAnyElementsOf(patients)
                .contains(newBeneficiary));
    }

    @Test
    void one_of_two_coverages_is_enough() {
        String patient = fixture.patient();
        String first = fixture.create(acme(patient));
        fixture.create(acme(patient));
        fixture.awaitMember("acme-health", patient);
        fixture.update(first, acme(patient).setStatus(CoverageStatus.CANCELLED));
        String later = fixture.patient();
        fixture.create(acme(later));
        fixture.awaitMember("acme-health", later);
        assertThat(fixture.members("acme-health")).contains(patient);
    }

    @Test
    void many_at_once_are_all_members() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> written = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                written.add(clients.submit(() -> {
                    String patient = fixture.patient();
                    fixture.create(coverage(patient, organization("beta-health")));
                    return patient;
                }));
            }
            List<String> patients = new ArrayList<>();
            for (Future<String> one : written) {
                patients.add(one.get());
            }
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(fixture.members("beta-health"))
                    .containsAll(patients));
        } finally {
            clients.shutdownNow();
        }
        assertThat(fixture.group("beta-health").getMember())
                .extracting(member -> member.getEntity().getReference())
                .doesNotHaveDuplicates();
        assertThat(Integer.parseInt(fixture.group("beta-health").getMeta().getVersionId()))
                .as("one write takes in many changes")
                .isLessThan(60);
    }

    private static Coverage acme(String patient) {
        return coverage(patient, organization("acme-health"));
    }

    private static Coverage lasting(String patient, String start, String end) {
        Coverage coverage = acme(patient);
        coverage.getPeriod().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
        return coverage;
    }
}
