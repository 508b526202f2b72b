package org.warmhandoff.routes.hl7v2.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.fuzz.Storable;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.referral.Messages;

/** Any ADT, SIU, ORU or MDM message becomes resources that can be stored. */
class Hl7v2FeedFuzzTest {

    private static final FeedTranslator TRANSLATOR = new FeedTranslator(Messages.ZONE);

    static Stream<byte[]> messages() {
        return Stream.concat(Seeds.own("hl7v2/feed", ".hl7"), Seeds.real("hl7v2", ".hl7"));
    }

    @MethodSource("messages")
    @FuzzTest
    void any_feed_message_is_stored(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) {
        Er7Message.parse(bytes)
                .flatMap(message -> TRANSLATOR.translate(message, Messages.MERCY, null))
                .ifPresent(message -> {
                    Storable.check(message.content().resources());
                    message.content().notes().forEach(Storable::check);
                });
    }
}
