package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.warmhandoff.tests.harness.CourtZip;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A court orders treatment and hears by SFTP what the signed release allows, and before that nothing. */
@WithWorld
class CourtReportTest {

    private static final String POSITIVE = "10828004";
    private static final String NEGATIVE = "260385009";

    @Test
    void nothing_leaves_before_the_release_is_signed_and_then_the_held_package_does(World world) {
        FhirPush unsigned = FhirPush.from("county-court");
        FhirPush signed = FhirPush.from("county-court");
        Task waiting = order(world, unsigned);
        world.staff().consentForCourt(order(world, signed), "county-court");
        packaged(world, signed, "referral-ack");

        Patience.await("staff are asked to get the release")
                .until(() ->
                        !world.staff().raisedFor(world.staff().patient(waiting)).isEmpty());
        assertThat(world.court().packagesOn(unsigned.docket())).isEmpty();

        world.staff().consentForCourt(waiting, "county-court");
        packaged(world, unsigned, "referral-ack");
    }

    @Test
    void a_release_to_another_partner_is_no_release_to_the_court(World world) {
        FhirPush push = FhirPush.from("county-court");
        FhirPush marker = FhirPush.from("county-court");
        Task task = order(world, push);
        world.staff().consentForCourt(task, "mercy");
        world.staff().consentNaming(task, "county-court", "acme-health");

        world.staff().consentForCourt(order(world, marker), "county-court");

        packaged(world, marker, "referral-ack");
        assertThat(world.court().packagesOn(push.docket())).isEmpty();
    }

    @Test
    void a_package_proves_itself_and_names_nobody(World world) {
        FhirPush push = FhirPush.from("county-court");
        String consent = world.staff().consentForCourt(order(world, push), "county-court");

        CourtZip ack = packaged(world, push, "referral-ack");

        JsonNode manifest = ack.manifest();
        String message = manifest.path("messageId").asText();
        assertThat(ack.name())
                .matches("county-court_" + push.docket() + "_referral-ack_\\d{14}_" + message + "\\.zip")
                .doesNotContainIgnoringCase(push.client().family());
        assertThat(world.court().renames()).anyMatch(rename -> rename.matches(".*\\.tmp > " + ack.name()));
        assertThat(ack.files()).containsOnlyKeys("manifest.json", "report.pdf", "report.xml", "NOTICE.txt");
        assertThat(manifest.path("files")).hasSize(3).allSatisfy(file -> assertThat(
                        file.path("sha256").asText())
                .isEqualTo(ack.sha256(file.path("name").asText())));
        assertThat(manifest.toString()).contains(consent.replace("Consent/", ""));
        assertThat(ack.text("report.pdf")).startsWith("%PDF-");
        assertThat(ack.text("NOTICE.txt")).contains("42 CFR part 2");
        assertThat(ack.text("report.xml") + manifest)
                .doesNotContainIgnoringCase(push.client().family())
                .doesNotContainIgnoringCase(push.client().given())
                .doesNotContain(push.client().mrn());
    }

    @Test
    void admission_is_noticed_and_a_progress_report_counts_attendance_and_drug_tests(World world) {
        FhirPush push = FhirPush.from("county-court");
        Task task = order(world, push);
        Staff staff = world.staff();
        staff.consentForCourt(task, "county-court");
        staff.takeIn(task);
        packaged(world, push, "enrolment-notice");
        String episode =
                "EpisodeOfCare/" + staff.activeEpisode(task).getIdElement().getIdPart();
        attended(world, task, episode, "present", "finished", 60);
        attended(world, task, episode, "late", "finished", 40);
        attended(world, task, episode, "absent-unexcused", "cancelled", 0);
        drugTest(world, task, NEGATIVE);
        drugTest(world, task, POSITIVE);

        String order =
                task.getFocus().getReferenceElement().toUnqualifiedVersionless().getValue();
        world.fhir()
                .post(order + "/$court-report", "{\"resourceType\":\"Parameters\"}")
                .expect(200, 201, 202);

        CourtZip report = packaged(world, push, "progress-report");
        Element attendance = report.report("Attendance");
        assertThat(attendance.getAttribute("scheduled")).isEqualTo("3");
        assertThat(attendance.getAttribute("attended")).isEqualTo("2");
        assertThat(attendance.getAttribute("unexcused")).isEqualTo("1");
        assertThat(Double.parseDouble(attendance.getAttribute("hours"))).isBetween(1.6, 1.7);
        assertThat(report.text("report.xml"))
                .contains("result=\"negative\"", "result=\"positive\"")
                .doesNotContain(push.client().family())
                .doesNotContain("F10");
        assertThat(report.report("CaseDocketID").getTextContent()).isEqualTo(push.docket());
        assertThat(arrivals(world, push)).containsExactly("referral-ack", "enrolment-notice", "progress-report");
    }

    private static Task order(World world, FhirPush push) {
        world.fhir("county-court").post("", push.courtOrder()).expect(200);
        return assertThatReferral(world, push.placer())
                .becomes("delivered")
                .wasRequestedBy("county-court")
                .task();
    }

    private static CourtZip packaged(World world, FhirPush push, String type) {
        return Patience.await("the court gets a " + type + " on " + push.docket())
                .until(
                        () -> world.court().packagesOn(push.docket()).stream()
                                .filter(file -> file.type().equals(type))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    /** What came on a docket, in the order of arrival. */
    private static List<String> arrivals(World world, FhirPush push) {
        return world.court().renames().stream()
                .map(rename -> rename.replaceFirst("^.* > ", ""))
                .filter(name -> name.contains("_" + push.docket() + "_"))
                .map(name -> name.split("_")[2])
                .toList();
    }

    private static void attended(World world, Task task, String episode, String how, String status, int minutes) {
        Instant start =
                notYesterday(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(minutes, ChronoUnit.MINUTES));
        Map<String, String> session = Map.of(
                "episode",
                episode,
                "attendance",
                how,
                "status",
                status,
                "minutes",
                Integer.toString(minutes),
                "start",
                start.toString(),
                "end",
                start.plus(minutes, ChronoUnit.MINUTES).toString());
        world.fhir().create("Encounter", world.staff().about(task, "attendance.json", session));
    }

    /** A report begins with the day of admission, which is today, be it half past midnight. */
    private static Instant notYesterday(Instant start) {
        Instant today = LocalDate.now().atStartOfDay(ZoneId.systemDefault()).toInstant();
        return start.isBefore(today) ? today : start;
    }

    private static void drugTest(World world, Task task, String result) {
        String test = world.staff().about(task, "drug-test.json", Map.of("result", result));
        world.fhir().post("", test).expect(200);
    }
}
