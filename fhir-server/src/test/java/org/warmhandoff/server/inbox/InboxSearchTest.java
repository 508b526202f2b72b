package org.warmhandoff.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.routes.intake.BusinessKey.Kind;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/** A message is found by whatever people know of it, and none of that tells who is in treatment. */
class InboxSearchTest {

    private static final String ER7 =
            """
            MSH|^~\\&|EPIC|MERCYHOSP|HUB|SUNRISE|20260302||REF^I12^REF_I12|%s|P|2.5.1
            RF1|||||| %s
            PID|1||%s^^^MERCY^MR~900-11-2222^^^USA^SS||DOE^JANE
            """;

    private final InboxFixture fixture = new InboxFixture();
    private final InboxSearch search = fixture.searchWith(fixture.seal);
    private final InboxQueue queue = fixture.queueOf("a");

    @Test
    void a_claimed_message_is_found_by_each_of_its_numbers() {
        long id = store("mercy", "C1", "REF-1", "A1");
        store("mercy", "C2", "REF-2", "A2");
        queue.claim(10);

        assertThat(found(key(Kind.MRN, " a1 "))).containsExactly(id);
        assertThat(found(key(Kind.REFERRAL, "REF-1"))).containsExactly(id);
        assertThat(found(control("C1"))).containsExactly(id);
        assertThat(found(key(Kind.MRN, "900-11-2222"))).isEmpty();
        assertThat(found(key(Kind.DOCKET, "A1"))).isEmpty();
    }

    @Test
    void a_message_that_nobody_has_claimed_is_found_by_what_its_row_says() {
        long id = store("mercy", "C1", "REF-1", "A1");

        assertThat(found(control("C1"))).containsExactly(id);
        assertThat(found(key(Kind.REFERRAL, "REF-1"))).containsExactly(id);
        assertThat(found(new InboxCriteria(List.of(), null, "mercy", null, null, null, null)))
                .containsExactly(id);
    }

    @Test
    void a_refused_message_is_found_by_the_patient_too() {
        fixture.inbox.refuse(message("mercy", "C1", null, er7("C1", "REF-1", "A1")), "MSH-6 204", "MSA|AR|C1");

        assertThat(search.find(key(Kind.MRN, "A1"), Long.MAX_VALUE, 10))
                .singleElement()
                .matches(e -> e.state() == InboxState.REFUSED && "MSH-6 204".equals(e.reason()));
    }

    @Test
    void no_patient_number_stands_in_the_index() {
        store("mercy", "C1", "REF-1", "A1");
        queue.claim(10);

        assertThat(fixture.jdbc
                        .sql("select value from warmhandoff.message_key where kind = 'mrn'")
                        .query(String.class)
                        .single())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void a_patient_is_found_whichever_key_was_in_use() {
        long old = store("mercy", "C1", "REF-1", "A1");
        queue.claim(10);
        Seal rotated = InboxFixture.sealOf(2, 1);
        fixture.inboxOf(rotated).accept(message("mercy", "C2", "REF-2", er7("C2", "REF-2", "A1")), "AA");
        fixture.queueOf("b", rotated).claim(10);

        assertThat(fixture.searchWith(rotated).find(key(Kind.MRN, "A1"), Long.MAX_VALUE, 10))
                .hasSize(2)
                .last()
                .matches(e -> e.id() == old);
    }

    @Test
    void dockets_and_patients_of_a_fhir_push_are_found() {
        String json =
                """
                {"resourceType":"Bundle","entry":[
                  {"resource":{"resourceType":"Patient","identifier":[{"system":"urn:x","value":"A9"},
                    {"system":"http://hl7.org/fhir/sid/us-ssn","value":"900112222"}]}},
                  {"resource":{"resourceType":"ServiceRequest","identifier":[{"value":"REF-9"}],
                    "extension":[{"url":"https://warmhandoff.org/fhir/StructureDefinition/court-case","extension":[
                      {"url":"docket","valueIdentifier":{"value":"CR-2026-7"}}]}]}}]}
                """;
        InboundMessage push = new InboundMessage(
                Dialect.FHIR_TRANSACTION,
                "county-court",
                "B1",
                "transaction",
                "REF-9",
                "application/fhir+json",
                json.getBytes(StandardCharsets.UTF_8));
        long id = fixture.stored(push);
        queue.claimOne(id);

        assertThat(found(key(Kind.DOCKET, "cr-2026-7"))).containsExactly(id);
        assertThat(found(key(Kind.MRN, "A9"))).containsExactly(id);
        assertThat(found(key(Kind.REFERRAL, "REF-9"))).containsExactly(id);
        assertThat(found(key(Kind.MRN, "900112222"))).isEmpty();
    }

    @Test
    void state_trouble_and_time_narrow_the_list_which_comes_in_pages() {
        for (int i = 0; i < 5; i++) {
            store("mercy", "C" + i, "REF-" + i, "A" + i);
            fixture.clock.tick(Duration.ofMinutes(1));
        }
        long last = store("mercy", "C9", "REF-9", "A9");
        queue.failed(last, "not-found Task");

        assertThat(found(new InboxCriteria(List.of(), null, null, "failed", null, null, null)))
                .containsExactly(last);
        assertThat(found(new InboxCriteria(List.of(), null, null, null, "not-found Task", null, null)))
                .containsExactly(last);
        assertThat(found(new InboxCriteria(
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        fixture.clock.instant(),
                        fixture.clock.instant().plusSeconds(1))))
                .containsExactly(last);
        List<InboxEntry> first = search.find(InboxCriteria.ALL, Long.MAX_VALUE, 4);
        assertThat(search.find(InboxCriteria.ALL, first.get(3).id(), 4)).hasSize(2);
        assertThat(search.buckets())
                .singleElement()
                .matches(b -> b.messages() == 1 && b.state().equals("failed"));
    }

    @Test
    void a_failed_message_can_be_replayed_and_an_applied_one_cannot() {
        long id = store("mercy", "C1", "REF-1", "A1");
        queue.failed(id, "not-found Task");
        InboxReplay replay = fixture.replayWith(m -> new InboxHandler.Verdict.Unusable("still"));

        assertThat(replay.dryRun(id)).isEqualTo(new InboxHandler.Verdict.Unusable("still"));
        assertThat(queue.load(id).orElseThrow().state()).isEqualTo(InboxState.FAILED);
        assertThat(replay.replay(id)).isTrue();
        assertThat(replay.replay(id)).isFalse();
        assertThat(queue.claim(10)).hasSize(1);
        fixture.transaction.executeWithoutResult(status -> queue.applied(id, "7", null));
        assertThat(replay.replay(id)).isFalse();
    }

    private List<Long> found(InboxCriteria criteria) {
        return search.find(criteria, Long.MAX_VALUE, 10).stream()
                .map(InboxEntry::id)
                .toList();
    }

    private static InboxCriteria key(Kind kind, String value) {
        return new InboxCriteria(List.of(new BusinessKey(kind, value)), null, null, null, null, null, null);
    }

    private static InboxCriteria control(String id) {
        return new InboxCriteria(List.of(), id, null, null, null, null, null);
    }

    private long store(String sender, String controlId, String referral, String mrn) {
        return fixture.stored(message(sender, controlId, referral, er7(controlId, referral, mrn)));
    }

    private static InboundMessage message(String sender, String controlId, String order, String body) {
        return InboxFixture.message(sender, controlId, order, body);
    }

    private static String er7(String controlId, String referral, String mrn) {
        return ER7.formatted(controlId, referral, mrn).replace("| ", "|");
    }
}
