package org.warmhandoff.server.referral.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.inbox.InboxQueue;

/** The node dies between keeping a referral and answering; another applies it; the sender asks again. */
class SenderOfADeadNodeTest {

    private static final String JSON = "application/fhir+json";

    private final TestServer server = TestServer.shared();

    @Test
    void is_told_what_a_worker_made_of_its_referral() throws IOException {
        byte[] body = Files.readString(Path.of("../docs/examples/referral.json"))
                .replace("-1001", "-" + UUID.randomUUID())
                .getBytes(UTF_8);
        String task = keptByOneNodeAndAppliedByAnother(body);

        HttpResponse<String> answer = server.upload("/fhir", body, "Content-Type", JSON);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"location\":\"Task/" + task);
    }

    private String keptByOneNodeAndAppliedByAnother(byte[] body) {
        InboundMessage message = new InboundMessage(
                Dialect.FHIR_TRANSACTION, "mercy", FhirIntake.digest(body), "transaction", null, JSON, body);
        long id = ((Receipt.Stored) server.bean(Inbox.class).accept(message, null)).id();
        MessageApplier.Applied applied = server.bean(MessageApplier.class)
                .apply(server.bean(InboxQueue.class).claimOne(id).orElseThrow());
        return ((MessageApplier.Applied.Done) applied).stored().referral().ids().task();
    }
}
