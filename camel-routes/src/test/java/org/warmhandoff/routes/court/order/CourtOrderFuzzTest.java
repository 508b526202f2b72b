package org.warmhandoff.routes.court.order;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.fuzz.Storable;
import org.warmhandoff.routes.intake.ReadReferral;

/** Any XML of a court is refused or becomes a referral that can be stored. */
class CourtOrderFuzzTest {

    static Stream<byte[]> messages() {
        return Stream.concat(Seeds.own("court", ".xml"), Seeds.real("court", ".xml"));
    }

    @MethodSource("messages")
    @FuzzTest
    void any_message_of_a_court_is_refused_or_stored(byte[] message) throws Exception {
        Bounded.inTime(() -> check(message));
    }

    private static void check(byte[] message) {
        CourtOrderReader.Reading reading = CourtFiles.READER.read(message, CourtFiles.COURT);

        if (reading.messageId() != null) {
            Storable.check(reading.messageId());
        }
        if (reading.read() instanceof ReadReferral.Usable usable) {
            Storable.check(usable.message());
        } else if (reading.read() instanceof ReadReferral.Unusable unusable) {
            Storable.check(unusable.location());
        }
    }
}
