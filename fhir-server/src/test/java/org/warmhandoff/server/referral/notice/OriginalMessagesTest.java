package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.outgoing.ScriptedPassage;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

class OriginalMessagesTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final Path EXAMPLE = Path.of("../docs/examples/referral.json");

    @Test
    void who_referred_by_fhir_and_hears_by_hl7_v2_is_told_of_the_patient_as_it_gave_it() throws IOException {
        String placer = "FHIR-" + UUID.randomUUID();
        String mrn = "MRN" + UUID.randomUUID();
        HttpResponse<String> sent = SERVER.post(
                "",
                Files.readString(EXAMPLE).replace("MERCY-1001", placer).replaceAll("\"MRN[^\"]*\"", "\"" + mrn + "\""));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        ReferralRecord referral =
                SERVER.bean(ReferralRegister.class).byPlacer("mercy", placer).orElseThrow();
        ResourceStore store = SERVER.bean(ResourceStore.class);
        Task task = (Task) store.read(new IdType("Task", referral.ids().task())).orElseThrow();

        String told = SERVER.bean(ReferralReplies.class)
                .write(
                        "C1",
                        Instant.EPOCH,
                        referral,
                        new DisclosableStatus.Told(
                                BusinessStatus.DELIVERED,
                                task,
                                new ScriptedPassage()
                                        .to(
                                                SERVER.bean(PartnerDirectory.class)
                                                        .byId("mercy")
                                                        .orElseThrow(),
                                                store)));

        assertThat(told).contains("\rPID|1||" + mrn, "|Example^Morgan|").doesNotContain("PID|1\r");
    }
}
