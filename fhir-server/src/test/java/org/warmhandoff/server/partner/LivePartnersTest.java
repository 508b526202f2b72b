package org.warmhandoff.server.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.SettableClock;

/** Several nodes, one set of partners. */
class LivePartnersTest {

    private static final Path DATA = Path.of("/data");

    private final DataSource database = QueueDatabase.empty();
    private final StoredPartners stored =
            new StoredPartners(database, new JdbcTransactionManager(database), new SettableClock());
    private final LivePartners node = live(configured("mercy", "EPIC"));

    @Test
    void what_one_node_stores_the_other_sees_by_one_number() {
        LivePartners other = live(configured("mercy", "EPIC"));
        PartnerRefresh refresh = new PartnerRefresh(other, stored);
        assertThat(refresh.look()).isFalse();

        stored.put(entry("harbor", "HARBOR"), "me");
        stored.pause("mercy", "me");

        assertThat(other.byId("harbor")).isEmpty();
        assertThat(refresh.look()).isTrue();
        assertThat(other.all()).extracting(Partner::id).containsExactly("mercy", "harbor");
        assertThat(other.bySender("harbor", "f")).isPresent();
        assertThat(other.paused("mercy")).isTrue();
        assertThat(other.paused("harbor")).isFalse();
        assertThat(refresh.look()).isFalse();

        stored.remove("harbor");
        stored.resume("mercy");
        refresh.look();
        assertThat(other.byId("harbor")).isEmpty();
        assertThat(other.paused("mercy")).isFalse();
    }

    @Test
    void the_configuration_wins_and_the_loser_is_named() {
        stored.put(entry("mercy", "OTHER"), "me");
        stored.put(entry("twin", "EPIC"), "me");
        stored.put(entry("fine", "FINE"), "me");
        node.refresh();

        assertThat(node.all()).extracting(Partner::id).containsExactly("mercy", "fine");
        assertThat(node.bySender("EPIC", "F").orElseThrow().id()).isEqualTo("mercy");
        assertThat(node.state().conflicts().get("mercy")).contains("the configuration has a partner of this id");
        assertThat(node.state().conflicts().get("twin")).contains("mllp-sender", "mercy");
    }

    @Test
    void another_configuration_is_taken_whole_or_not_at_all() {
        stored.put(entry("harbor", "HARBOR"), "me");
        node.refresh();

        node.configure(configured("lakeside", "CERNER"));
        assertThat(node.all()).extracting(Partner::id).containsExactly("lakeside", "harbor");

        PartnerProperties wrong = new PartnerProperties(List.of(entry("a", "X"), entry("b", "X")));
        assertThatThrownBy(() -> node.configure(wrong)).isInstanceOf(InvalidPartner.class);
        assertThat(node.all()).extracting(Partner::id).containsExactly("lakeside", "harbor");
    }

    @Test
    void an_entry_has_the_keys_of_the_configuration_and_no_others() throws Exception {
        PartnerProperties.Entry read = PartnerReader.entry(
                new ObjectMapper()
                        .readTree(
                                """
                        {"id":"court","name":"Court","kind":"court","part2-program":false,
                         "mllp-sender":{"application":"A","facility":"F"},
                         "endpoint":{"type":"sftp","address":"sftp://court.example/in","username":"hub",
                           "private-key":"file:keys/hub","known-hosts":"file:keys/known_hosts"}}
                        """));
        Partner partner = new PartnerReader(DATA).partner(read);

        assertThat(partner.part2Program()).isFalse();
        assertThat(PartnerReader.stored(PartnerReader.json(read))).isEqualTo(read);
        assertThatThrownBy(() -> PartnerReader.entry(new ObjectMapper().readTree("{\"id\":\"x\",\"password\":\"p\"}")))
                .isInstanceOf(InvalidPartner.class)
                .hasMessage("partner.password: is no key of a partner entry");
    }

    @Test
    void added_partners_name_secrets_by_reference_and_no_address_of_this_machine() {
        refused("sftp", "sftp://203.0.113.7/in", "-----BEGIN KEY-----", "file:keys/kh", "must be a reference");
        refused("sftp", "sftp://203.0.113.7/in", "file:../../etc/key", "file:keys/kh", "inside the data directory");
        refused("sftp", "sftp://203.0.113.7/in", "file:keys/hub", "file:/etc/hosts", "inside the data directory");
        refused("file", "file:/etc/cron.d", null, null, "inside the data directory");
        refused("mllp", "127.0.0.1:2575", null, null, "address of this machine");
        refused("fhir", "http://localhost:8080/fhir", null, null, "address of this machine");
        refused("fhir", "http://169.254.169.254/latest", null, null, "address of this machine");
        refused("fhir", "http://[::1]/fhir", null, null, "address of this machine");
        refused("mllp", "0.0.0.0:1", null, null, "address of this machine");

        check("fhir", "https://203.0.113.7/fhir", null, null);
        check("sftp", "sftp://10.0.0.5/in", "file:keys/hub", "file:keys/kh");
        check("file", "file:courts/city", null, null);
    }

    private static void refused(String type, String address, String key, String hosts, String why) {
        assertThatThrownBy(() -> check(type, address, key, hosts))
                .isInstanceOf(InvalidPartner.class)
                .hasMessageContaining(why);
    }

    private static void check(String type, String address, String key, String hosts) {
        PartnerProperties.Entry entry = new PartnerProperties.Entry(
                "court",
                "Court",
                "court",
                List.of(),
                null,
                null,
                new PartnerProperties.Endpoint(type, address, "hub", key, hosts, null, null),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
        new AddedPartnerRules(DATA, false).check(entry, new PartnerReader(DATA).partner(entry));
    }

    private LivePartners live(PartnerProperties properties) {
        return new LivePartners(new PartnerReader(DATA), stored, properties);
    }

    private static PartnerProperties configured(String id, String application) {
        return new PartnerProperties(List.of(entry(id, application)));
    }

    private static PartnerProperties.Entry entry(String id, String application) {
        return new PartnerProperties.Entry(
                id,
                id,
                "hospital",
                List.of(),
                new PartnerProperties.Sender(application, "F"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }
}
