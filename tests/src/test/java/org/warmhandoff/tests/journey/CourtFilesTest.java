package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.CourtHouse;
import org.warmhandoff.tests.harness.CourtMessages;
import org.warmhandoff.tests.harness.CourtPartners;
import org.warmhandoff.tests.harness.CourtSftpServer;
import org.warmhandoff.tests.harness.CourtZip;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.Fixture;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Remains;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Staff;

/** Two courts that know nothing but files: one by folders with a filing system, one by SFTP with a key. */
class CourtFilesTest {

    private static final String FOLDER = "folder-court";
    private static final String SFTP = "sftp-court";
    private static final String ASAM = "https://warmhandoff.org/fhir/CodeSystem/asam-level";
    private static final String POSITIVE = "10828004";
    private static final String NEGATIVE = "260385009";

    private static Path home;
    private static CourtSftpServer sftp;
    private static CourtHouse folderCourt;
    private static CourtHouse sftpCourt;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        home = Files.createTempDirectory("journey-courts");
        sftp = new CourtSftpServer(home);
        folderCourt = new CourtHouse(FOLDER, home.resolve("county-gets"), home.resolve("county-gives"));
        sftpCourt = new CourtHouse(SFTP, home.resolve("outgoing"), home.resolve("incoming"));
        String partners = PartnerEntries.none()
                .with(PartnerEntries.programme("sunrise"))
                .with(CourtPartners.byFolder(FOLDER, folderCourt.gets(), folderCourt.gives()))
                .with(CourtPartners.bySftp(SFTP, sftp.address(), sftp.address().replace("outgoing", "incoming")))
                .yaml();
        ServerSetup setup = ServerSetup.fresh("courts", partners)
                .with("warmhandoff.delivery.retry.initial", "200ms")
                .with("warmhandoff.files.poll-interval", "1s")
                .with("warmhandoff.court.notice-delay", "0s")
                .with("warmhandoff.court.check-interval", "1s");
        Path keys = setup.dataDirectory().resolve("keys");
        sftp.writeKeys(keys);
        Files.writeString(
                keys.resolve("court-pgp.asc"), Fixture.of("court-pgp.asc").text());
        server = RunningServer.start(setup);
    }

    @AfterAll
    static void stop() {
        server.close();
        sftp.close();
        Remains.clear(home);
    }

    @Test
    void orders_hearings_changes_and_vacations_arrive_in_both_dialects_by_folder_and_by_sftp() {
        CourtMessages a = CourtMessages.of(FOLDER);
        CourtMessages b = CourtMessages.of(FOLDER);
        CourtMessages c = CourtMessages.of(SFTP);
        CourtMessages d = CourtMessages.of(SFTP);
        folderCourt.put("a-1.xml", a.order("2099-12-15", false));
        folderCourt.put("b-1.xml", b.filing("Order for Treatment", "2099-12-15"));
        sftpCourt.put("c-1.xml", c.order("2099-12-15", false));
        sftpCourt.put("d-1.xml", d.filing("Order for Treatment", "2099-12-15"));
        folderCourt.awaitTaken("a-1.xml", "b-1.xml");
        sftpCourt.awaitTaken("c-1.xml", "d-1.xml");
        assertThat(consents(referral(b, true)))
                .extracting(Consent::getStatus)
                .containsExactly(Consent.ConsentState.PROPOSED);

        folderCourt.put("a-2.xml", a.hearingNotice("2099-12-20"));
        folderCourt.put("b-2.xml", b.filing("Notice of Hearing", "2099-12-20"));
        sftpCourt.put("c-2.xml", c.modified(12));
        sftpCourt.put("d-2.xml", d.filing("Amended Order", "2099-12-21"));
        folderCourt.awaitTaken("a-2.xml", "b-2.xml");
        sftpCourt.awaitTaken("c-2.xml", "d-2.xml");
        assertThat(hearing(a, false)).isEqualTo("2099-12-20");
        assertThat(hearing(b, true)).isEqualTo("2099-12-20");
        assertThat(hearing(c, false)).isEqualTo("2099-12-15");
        assertThat(hearing(d, true)).isEqualTo("2099-12-21");

        folderCourt.put("a-3.xml", a.vacated());
        sftpCourt.put("d-3.xml", d.filing("Order Vacating Treatment Order", "2099-12-21"));
        folderCourt.awaitTaken("a-3.xml");
        sftpCourt.awaitTaken("d-3.xml");
        assertThat(Staff.state(referral(a, false))).isIn("cancellation-requested", "cancelled");
        assertThat(Staff.state(referral(d, true))).isIn("cancellation-requested", "cancelled");
        assertThat(Staff.state(referral(c, false))).isEqualTo("delivered");
        // Without a release nobody heard anything.
        assertThat(folderCourt.got(a.docket())).isEmpty();
        assertThat(folderCourt.got(b.docket())).isEmpty();
    }

    @Test
    void a_stay_is_told_package_by_package_until_the_release_is_revoked() {
        CourtMessages says = CourtMessages.of(FOLDER);
        folderCourt.put(
                "stay.xml",
                says.order(LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString(), true));
        folderCourt.awaitTaken("stay.xml");
        Task task = staff().takeIn(referral(says, false));
        String docket = says.docket();
        folderCourt.awaitFile(docket, "referral-ack");
        folderCourt.awaitFile(docket, "enrolment-notice");
        folderCourt.awaitFile(docket, "progress-report");

        EpisodeOfCare episode = staff().activeEpisode(task);
        missedSession(task, episode);
        drugTest(task, NEGATIVE);
        drugTest(task, POSITIVE);
        CourtZip notice = folderCourt.open(folderCourt.awaitFile(docket, "non-compliance-notice"));
        CourtZip result = folderCourt.open(folderCourt.awaitFile(docket, "drug-test-result"));
        assertThat(result.report("Attendance")).isNull();
        assertThat(result.report("LevelOfCare")).isNull();
        assertThat(notice.report("Recommendation")).isNull();
        assertThat(notice.text("report.xml")).doesNotContain(says.family());

        episode.setType(List.of(new CodeableConcept(new Coding(ASAM, "2.5", null))));
        put(episode);
        assertThat(folderCourt
                        .open(folderCourt.awaitFile(docket, "level-of-care-change"))
                        .report("LevelOfCare")
                        .getTextContent())
                .isEqualTo("2.5");
        requested(task, "phase-completion", true, 200);
        folderCourt.awaitFile(docket, "phase-completion");
        Patience.await("one result for each test and no more of anything")
                .untilAsserted(() -> assertThat(folderCourt.got(docket).get("drug-test-result"))
                        .hasSize(2));

        put(release(task).setStatus(Consent.ConsentState.INACTIVE));
        CourtZip ended = folderCourt.open(folderCourt.awaitFile(docket, "roi-revoked-or-expired"));
        assertThat(ended.report("PersonBirthDate")).isNull();
        assertThat(ended.report("Attendance")).isNull();
        assertThat(ended.text("NOTICE.txt")).isNotBlank();

        int before = count(docket);
        requested(task, "attendance-report", false, 200);
        drugTest(task, POSITIVE);
        requested(task, "progress-report", false, 200);
        Patience.await("both wait for a consent").until(() -> held(task) >= 2);
        assertThat(count(docket)).isEqualTo(before);
    }

    @Test
    void a_filing_is_closed_or_failed_by_the_clerk() {
        CourtMessages says = CourtMessages.of(FOLDER);
        CourtMessages refused = CourtMessages.of(FOLDER);
        folderCourt.put("filed.xml", says.order("2099-12-15", true));
        folderCourt.put("refused.xml", refused.order("2099-12-15", true));
        folderCourt.awaitTaken("filed.xml", "refused.xml");
        Task task = staff().takeIn(referral(says, false));
        Task other = staff().takeIn(referral(refused, false));
        String filing = folderCourt.awaitFile(says.docket(), "enrolment-notice filed");
        String another = folderCourt.awaitFile(refused.docket(), "enrolment-notice filed");
        assertThat(folderCourt.read(filing))
                .contains("sealed", says.docket(), "RedactionRequiredIndicator>true<")
                .doesNotContain(says.family());

        folderCourt.put("clerk-1.xml", CourtMessages.docketed(messageId(filing), "successful"));
        folderCourt.put("clerk-2.xml", CourtMessages.docketed(messageId(another), "unsuccessful"));
        folderCourt.put("clerk-3.xml", CourtMessages.docketed("11111111-2222-3333-4444-555555555555", "successful"));

        Patience.await("the clerk's answers are on record").untilAsserted(() -> {
            assertThat(filingState(task)).isEqualTo("delivered ack");
            assertThat(filingState(other)).isEqualTo("dead nak unsuccessful");
            assertThat(folderCourt.answer("clerk-3.xml")).contains("not-found");
        });
    }

    @Test
    void what_a_court_with_a_key_gets_by_sftp_is_encrypted_to_it() {
        CourtMessages says = CourtMessages.of(SFTP);
        sftpCourt.put("secret.xml", says.order("2099-12-15", true));
        sftpCourt.awaitTaken("secret.xml");

        String name = sftpCourt.awaitFile(says.docket(), "referral-ack");

        assertThat(name).endsWith(".zip.pgp");
        assertThat(sftpCourt.read(name)).doesNotStartWith("PK").doesNotContain(says.docket(), "manifest.json");
        assertThat(sftp.renames()).anyMatch(rename -> rename.matches(".*\\.tmp > " + name));
    }

    @Test
    void a_message_that_would_not_be_true_or_does_not_exist_is_refused_with_the_list() {
        CourtMessages says = CourtMessages.of(FOLDER);
        folderCourt.put("asked.xml", says.order("2099-12-15", true));
        folderCourt.awaitTaken("asked.xml");
        Task task = referral(says, false);

        assertThat(requested(task, "gossip", false, 422)).contains("progress-report", "phase-completion");
        assertThat(requested(task, "roi-revoked-or-expired", false, 422)).contains("must be one of");
        assertThat(requested(task, "completion-certificate", false, 422)).contains("would not be true");
        assertThat(requested(task, "death", false, 422)).contains("would not be true");
        folderCourt.put(
                "history.xml",
                says.modified(9)
                        .replace(
                                "<co:HoursPerWeek>",
                                "<co:ConditionText>" + "prior con\u200bvictions</co:ConditionText><co:HoursPerWeek>"));
        Patience.await("criminal history is refused").until(() -> folderCourt.answer("history.xml") != null);
        assertThat(folderCourt.answer("history.xml")).contains("business-rule").doesNotContain("victions");
        assertThat(server.output()).doesNotContain("victions");
    }

    private static Staff staff() {
        return new Staff(fhir());
    }

    private static FhirClient fhir() {
        return server.fhir();
    }

    private static Task referral(CourtMessages says, boolean ecf) {
        return Patience.await("a referral on " + says.docket())
                .until(() -> staff().tasks(says.order(ecf)), found -> found.size() == 1)
                .get(0);
    }

    private static String hearing(CourtMessages says, boolean ecf) {
        String request = referral(says, ecf).getFocus().getReferenceElement().getIdPart();
        return fhir().read(ServiceRequest.class, request)
                .getExtensionByUrl("https://warmhandoff.org/fhir/StructureDefinition/court-case")
                .getExtensionByUrl("hearing")
                .getValue()
                .primitiveValue();
    }

    private static List<Consent> consents(Task task) {
        return fhir().search(Consent.class, "patient=" + staff().patient(task));
    }

    private static Consent release(Task task) {
        return consents(task).stream()
                .filter(found -> found.getStatus() == Consent.ConsentState.ACTIVE)
                .filter(Consent::hasSourceReference)
                .findFirst()
                .orElseThrow();
    }

    private static void put(Resource resource) {
        String id = resource.getIdElement().getIdPart();
        resource.setId(id);
        resource.getMeta().setVersionId(null);
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        fhir().send("PUT", resource.fhirType() + "/" + id, json).expect(200);
    }

    private static void missedSession(Task task, EpisodeOfCare episode) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> session = Map.of(
                "episode",
                "EpisodeOfCare/" + episode.getIdElement().getIdPart(),
                "attendance",
                "absent-unexcused",
                "status",
                "cancelled",
                "minutes",
                "0",
                "start",
                end.toString(),
                "end",
                end.toString());
        fhir().create("Encounter", staff().about(task, "attendance.json", session));
    }

    private static void drugTest(Task task, String result) {
        fhir().post("", staff().about(task, "drug-test.json", Map.of("result", result)))
                .expect(200);
    }

    private static String requested(Task task, String type, boolean phase, int status) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("type").setValue(new CodeType(type));
        if (phase) {
            parameters.addParameter().setName("phase").setValue(new StringType("Phase 2"));
        }
        String request = ((Reference) task.getFocus())
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        return fhir().post(
                        request + "/$court-report",
                        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(parameters))
                .expect(status)
                .body();
    }

    private static int count(String docket) {
        return folderCourt.got(docket).values().stream().mapToInt(List::size).sum();
    }

    private static int held(Task task) {
        return Integer.parseInt(server.database()
                .value(
                        "select count(*) from warmhandoff.delivery where task_id = ? and state = 'held'",
                        task.getIdElement().getIdPart()));
    }

    private static String filingState(Task task) {
        return server.database()
                .value(
                        "select concat_ws(' ', state, receipt, case when state = 'dead' then reason end)"
                                + " from warmhandoff.delivery where task_id = ? and kind = 'court-filing'",
                        task.getIdElement().getIdPart());
    }

    private static String messageId(String file) {
        return file.replaceFirst("^.*_", "").replaceFirst("\\..*$", "");
    }
}
