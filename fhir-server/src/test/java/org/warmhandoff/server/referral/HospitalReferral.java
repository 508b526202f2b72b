package org.warmhandoff.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.Mllp;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.referral.state.ReferralActor;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.storage.ResourceStore;

/** A referral of invented data that Mercy sends to Sunrise by HL7 v2, and what the server holds of it. */
public final class HospitalReferral {

    private static final Duration SOON = Duration.ofSeconds(30);

    public final TestServer server = TestServer.shared();
    public final String number = UUID.randomUUID().toString().substring(0, 8);
    public final String placer = "REF-" + number;
    public final String mrn = "MRN" + number;

    private int messages;

    /** @param changes pairs of text and what stands for it */
    public String message(String event, String... changes) {
        String text =
                """
                MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123083000-0500||REF^%s^REF_I12|%s|P|2.5.1
                RF1|P|R|Psy|AM|O|%s^MERCYHOSP|20261123|20991223|20261123|F11.20^Opioid dependence^I10C
                PRD|RP|Stone^Mara^^^Dr|1 Main St^^Springfield^IL^62701|||PH|1234567893^NPI
                PID|1||%s^^^MERCY^MR||Doe^Jordan^Q||19900412|F|||12 Oak Ave^^Springfield^IL^62704||2175550111
                IN1|1|PPO1^Acme PPO|PAY01|Acme Health||||GRP9||||20260101|20261231|||Doe^Jordan|SEL|||||||||||||||||||W%s
                DG1|1||F11.20^Opioid dependence, uncomplicated^I10|||A
                OBR|1|||44249-1^PHQ-9^LN|||20261122
                OBX|1|NM|44261-6^PHQ-9 total score^LN||17|{score}|||||F|||20261122
                PV1|1|I|4W^12^A||||||||||||||||V%s|||||||||||||||||01||||||||20261110|20261123
                NTE|1||Discharging today.
                """
                        .formatted(event, controlId(), placer, mrn, number, number);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    public String controlId() {
        return "MSG-" + number + "-" + ++messages;
    }

    /** Sends a message that is acknowledged, and waits until it is applied or given up. */
    public String send(String message) {
        assertThat(Mllp.send(server, message)).contains("MSA|AA|");
        String controlId = message.lines().findFirst().orElseThrow().split("\\|")[9];
        return await().atMost(SOON).until(() -> stateOf(controlId), state -> !state.equals("received"));
    }

    private String stateOf(String controlId) {
        return server.bean(JdbcClient.class)
                .sql("select state from warmhandoff.inbox where sender = 'mercy' and control_id = ?")
                .param(controlId)
                .query(String.class)
                .single();
    }

    public ReferralRecord row() {
        return found().orElseThrow();
    }

    public Optional<ReferralRecord> found() {
        return server.bean(ReferralRegister.class).byPlacer("mercy", placer);
    }

    public <T extends Resource> T read(Class<T> type, String id) {
        return server.bean(ResourceStore.class).read(type, id).orElseThrow();
    }

    /** How many deliveries of a kind the referral has made due. */
    public long deliveries(String kind) {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from warmhandoff.delivery where task_id = ? and kind = ?")
                .param(row().ids().task())
                .param(kind)
                .query(Long.class)
                .single();
    }

    public TransitionOutcome move(ReferralEvent event) {
        return move(TransitionInput.of(event).withReason(new CodeableConcept().setText("For a test.")));
    }

    public TransitionOutcome move(TransitionInput input) {
        TransitionCommand command = new TransitionCommand(row().ids().task(), ReferralActor.STAFF, input, null, null);
        return server.bean(ReferralWorkflow.class).transition(command);
    }

    public TransactionTemplate transaction() {
        return server.bean(TransactionTemplate.class);
    }
}
