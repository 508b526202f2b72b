package org.warmhandoff.tests.faults;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bad times at the doors of partners and nodes. */
final class Storms {

    static final Strike RESETS = partners("partners reset connections", 0.8, List.of(Mishap.RESET, Mishap.CUT_REQUEST));
    static final Strike HALF_OPEN = partners("partners take connections and say nothing", 0.7, List.of(Mishap.SILENCE));
    static final Strike LOST_ANSWERS =
            partners("answers of partners are lost", 0.6, List.of(Mishap.LOSE_ANSWER, Mishap.CUT_ANSWER));
    static final Strike SLOW = partners("partners are slow", 0.8, List.of(Mishap.DELAY));
    static final Strike DOWN = new Strike("partners are down", Storms::down);
    static final Strike FLAPPING = new Strike("partners come and go", Storms::flap);
    static final Strike SERVER_ERRORS = new Strike("partners answer 500, 503, 429 and AE", Storms::errors);
    static final Strike SENDERS = new Strike("senders lose connections and answers", Storms::senders);

    private static final int[] STATUS = {200, 500, 503, 429};
    private static final String[] CODES = {"AA", "AE", "AE"};

    private Storms() {}

    private static Strike partners(String name, double probability, List<Mishap> mishaps) {
        return new Strike(name, (cluster, random) -> during(cluster.partners().doors(), probability, mishaps, random));
    }

    private static void senders(Cluster cluster, Random random) {
        List<FaultyProxy> doors = cluster.nodes().stream()
                .flatMap(node -> Stream.of(node.mllp(), node.http()))
                .toList();
        during(doors, 0.5, Mishap.ALL, random);
    }

    private static void during(List<FaultyProxy> doors, double probability, List<Mishap> mishaps, Random random) {
        doors.forEach(door -> door.weather(Mishap.drawn(random, probability, mishaps)));
        Pause.ofMillis(3_000 + random.nextInt(4_000));
        doors.forEach(FaultyProxy::clear);
    }

    private static void down(Cluster cluster, Random random) {
        cluster.partners().doors().forEach(FaultyProxy::hangUp);
        Pause.ofMillis(4_000 + random.nextInt(6_000));
        cluster.partners().doors().forEach(FaultyProxy::pickUp);
    }

    private static void flap(Cluster cluster, Random random) {
        for (int i = 0; i < 8; i++) {
            cluster.partners().doors().forEach(FaultyProxy::hangUp);
            Pause.ofMillis(200 + random.nextInt(500));
            cluster.partners().doors().forEach(FaultyProxy::pickUp);
            Pause.ofMillis(100 + random.nextInt(600));
        }
    }

    private static void errors(Cluster cluster, Random random) {
        cluster.partners().answering(() -> STATUS[random.nextInt(STATUS.length)]);
        cluster.partners().acknowledging(() -> CODES[random.nextInt(CODES.length)]);
        Pause.ofMillis(3_000 + random.nextInt(3_000));
        cluster.partners().answering(() -> 200);
        cluster.partners().acknowledging(() -> "AA");
    }
}
