package org.warmhandoff.server.part2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a decision costs, with its reasons told or not: run the main method. Consents are new objects each time, as they would
 * be when read from the database; making them is not counted.
 */
final class DecisionCost {

    private static final int WARM_UP = 200_000;
    private static final int MEASURED = 200_000;

    private final DecisionEngine engine = new DecisionEngine(Policy.load("policy-1"));
    private long kept;

    public static void main(String[] args) {
        DecisionCost cost = new DecisionCost();
        System.out.println("consents  what              p50 us  p99 us  p99.9 us  of " + MEASURED);
        for (int consents : new int[] {1, 10, 50}) {
            for (boolean told : new boolean[] {false, true}) {
                cost.measure(WARM_UP, consents, told);
                long[] nanos = cost.measure(MEASURED, consents, told);
                System.out.printf(
                        "%8d  %-16s %7.2f %7.2f %9.2f%n",
                        consents,
                        told ? "decide + explain" : "decide",
                        nanos[nanos.length / 2] / 1e3,
                        nanos[nanos.length * 99 / 100] / 1e3,
                        nanos[(int) (nanos.length * 0.999)] / 1e3);
            }
        }
        System.out.println("(" + cost.kept + ")");
    }

    private long[] measure(int count, int consents, boolean told) {
        List<Question> questions = questions(consents);
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            Question q = questions.get(i % questions.size());
            long start = System.nanoTime();
            Decision decision = engine.decide(q);
            kept += told
                    ? Explanation.of(decision).length()
                    : decision.obligations().size();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /** Requests of hospitals, payers and courts for Part 2 records, where every consent has to be read. */
    private static List<Question> questions(int count) {
        Random random = new Random(7);
        RandomQuestions some = new RandomQuestions(7);
        List<Question> questions = new ArrayList<>();
        List<ActorKind> actors = List.of(ActorKind.TREATING_HOSPITAL, ActorKind.PAYER, ActorKind.COURT_MONITOR);
        List<Purpose> purposes = List.of(Purpose.TREAT, Purpose.HPAYMT, Purpose.HLEGAL);
        for (int i = 0; i < 997; i++) {
            List<PatientConsent> consents = new ArrayList<>(some.consents(count - 1));
            consents.add(random.nextInt(count), Samples.valid(ConsentKind.TPO));
            int who = random.nextInt(3);
            questions.add(Samples.question(
                    actors.get(who), purposes.get(who), Set.of(Label.PART2), consents.toArray(new PatientConsent[0])));
        }
        return questions;
    }
}
