package org.warmhandoff.server.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.court.CourtCase;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/** A court's file on the real server: the referral that it becomes, and what the court finds in its folder. */
class CourtOrderFileTest {

    private final CourtFolder court = new CourtFolder();
    private final ResourceStore store = court.server.bean(ResourceStore.class);

    @Test
    void an_order_becomes_a_referral_and_is_acknowledged_with_its_task() {
        court.put(court.number + ".xml", court.order(false));

        FileReceipt receipt = court.receipt("done/" + court.number + ".xml.ack");
        assertThat(receipt.messageId()).isEqualTo("MSG-" + court.number + "-1");
        assertThat(receipt.code()).isEqualTo("accepted");
        assertThat(receipt.task()).isEqualTo("Task/" + referral().ids().task());
        assertThat(referral().state()).isEqualTo(BusinessStatus.DELIVERED);
        assertThat(court.path().resolve("done/" + court.number + ".xml")).exists();
        CourtCase courtCase = CourtCase.of(
                        store.read(ServiceRequest.class, referral().ids().request())
                                .orElseThrow())
                .orElseThrow();
        assertThat(courtCase.court()).isEqualTo("county-court");
        assertThat(courtCase.hearing()).isEqualTo("2026-12-15");
    }

    @Test
    void the_same_order_again_is_the_same_referral_and_other_content_under_its_id_is_refused() {
        String order = court.order(false);
        court.put(court.number + ".xml", order);
        court.put(court.number + "-again.xml", order);
        court.put(court.number + "-other.xml", order.replace(">9<", ">12<"));

        assertThat(court.receipt("done/" + court.number + "-again.xml.ack"))
                .isEqualTo(court.receipt("done/" + court.number + ".xml.ack"));
        assertThat(court.receipt("failed/" + court.number + "-other.xml.nak").code())
                .isEqualTo("duplicate");
        assertThat(inboxRows()).containsExactly("applied");
    }

    @Test
    void an_order_with_criminal_history_is_refused_kept_and_becomes_nothing() {
        court.put(
                court.number + ".xml",
                court.order(false).replace("<co:HoursPerWeek>", "<j:CaseCharge/><co:HoursPerWeek>"));

        FileReceipt receipt = court.receipt("failed/" + court.number + ".xml.nak");
        assertThat(receipt.code()).isEqualTo("business-rule");
        assertThat(receipt.location()).isEqualTo("/co:CourtOrderMessage/co:Order/j:CaseCharge");
        assertThat(receipt.task()).isNull();
        assertThat(court.server.bean(ReferralRegister.class).byPlacer("county-court", court.order))
                .isEmpty();
    }

    @Test
    void a_signed_release_is_a_consent_on_which_the_court_hears_at_once() throws IOException {
        court.put(court.number + ".xml", court.order(true));

        Path outgoing = court.server.dataDirectory().resolve("court");
        await().atMost(Duration.ofSeconds(30)).until(() -> packages(outgoing).size() == 1);
        assertThat(packages(outgoing).get(0)).contains("_referral-ack_");
        String created = referral().created().stream()
                .filter(id -> id.startsWith("DocumentReference/"))
                .findFirst()
                .orElseThrow();
        DocumentReference release = store.read(DocumentReference.class, new IdType(created).getIdPart())
                .orElseThrow();
        String url = release.getContentFirstRep().getAttachment().getUrl();
        assertThat(url).startsWith("Binary/");
        assertThat(store.read(Binary.class, new IdType(url).getIdPart())
                        .orElseThrow()
                        .getData())
                .startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void a_vacation_asks_for_cancellation_and_leaves_the_decision_to_the_programme() {
        court.put(court.number + ".xml", court.order(false));
        court.put(
                court.number + "-vacated.xml",
                court.message("order-vacated", "<co:Order><co:OrderID>" + court.order + "</co:OrderID></co:Order>"));

        assertThat(court.receipt("done/" + court.number + "-vacated.xml.ack").task())
                .isEqualTo("Task/" + referral().ids().task());
        assertThat(referral().state()).isIn(BusinessStatus.CANCELLATION_REQUESTED, BusinessStatus.CANCELLED);
    }

    @Test
    void a_hearing_notice_changes_the_hearing_and_a_modification_what_it_names() {
        court.put(court.number + ".xml", court.order(false));
        String order = "<co:Order><co:OrderID>" + court.order + "</co:OrderID>%s</co:Order>";
        court.put(
                court.number + "-hearing.xml",
                court.message(
                        "hearing-notice",
                        order.formatted("") + "<co:Hearing><nc:Date>2027-01-19</nc:Date></co:Hearing>"));
        court.put(
                court.number + "-modified.xml",
                court.message("order-modified", order.formatted("<co:HoursPerWeek>12</co:HoursPerWeek>")));

        assertThat(court.receipt("done/" + court.number + "-hearing.xml.ack").code())
                .isEqualTo("accepted");
        assertThat(court.receipt("done/" + court.number + "-modified.xml.ack").code())
                .isEqualTo("accepted");
        ServiceRequest request =
                store.read(ServiceRequest.class, referral().ids().request()).orElseThrow();
        CourtCase courtCase = CourtCase.of(request).orElseThrow();
        assertThat(courtCase.hearing()).isEqualTo("2027-01-19");
        assertThat(courtCase.conditions()).containsExactly("At least 12 hours of treatment a week");
        assertThat(courtCase.docket()).isEqualTo(court.docket);
        assertThat(request.getPriority().toCode()).isEqualTo("urgent");
        assertThat(referral().state()).isEqualTo(BusinessStatus.DELIVERED);
    }

    @Test
    void a_release_that_comes_later_lets_the_held_package_go() throws IOException {
        court.put(court.number + ".xml", court.order(false));
        court.put(
                court.number + "-roi.xml",
                court.message(
                        "roi-signed",
                        "<co:Participant><co:CourtParticipantID>TC-" + court.number
                                + "</co:CourtParticipantID></co:Participant><co:Order><co:OrderID>" + court.order
                                + "</co:OrderID></co:Order>" + court.release()));

        assertThat(court.receipt("done/" + court.number + "-roi.xml.ack").code())
                .isEqualTo("accepted");
        Path outgoing = court.server.dataDirectory().resolve("court");
        await().atMost(Duration.ofSeconds(30)).until(() -> packages(outgoing).size() == 1);
    }

    @Test
    void a_notice_about_an_unknown_order_is_refused() {
        court.put(
                court.number + ".xml",
                court.message("order-vacated", "<co:Order><co:OrderID>" + court.order + "</co:OrderID></co:Order>"));

        assertThat(court.receipt("failed/" + court.number + ".xml.nak").code()).isEqualTo("not-found");
    }

    private ReferralRecord referral() {
        return court.server
                .bean(ReferralRegister.class)
                .byPlacer("county-court", court.order)
                .orElseThrow();
    }

    private List<String> packages(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("_" + court.docket + "_") && name.endsWith(".zip"))
                    .toList();
        }
    }

    private List<String> inboxRows() {
        return court.server
                .bean(JdbcClient.class)
                .sql("select state from warmhandoff.inbox where sender = 'county-court' and control_id = ?")
                .param("MSG-" + court.number + "-1")
                .query(String.class)
                .list();
    }
}
