package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DeadLetterAlertTest {

    @Test
    void a_death_is_an_error_in_the_log_with_ids_and_codes_only(CapturedOutput output) {
        Delivery delivery = new Delivery(
                7,
                "harbor",
                "R1",
                "referral-forward",
                "41",
                Map.of("event", "I12"),
                "k1",
                Instant.EPOCH,
                new Delivery.Progress(DeliveryState.LEASED, 3, null, Instant.EPOCH, null, null));

        new DeadLetterAlert().dead(delivery, "HTTP 422");

        assertThat(output).contains("ERROR", "delivery 7 (referral-forward) to harbor is dead: HTTP 422");
    }
}
