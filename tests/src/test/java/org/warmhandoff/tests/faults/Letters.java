package org.warmhandoff.tests.faults;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.warmhandoff.tests.faults.Letter.Form;
import org.warmhandoff.tests.faults.history.Sending.Step;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.Push;

/** The messages of a plan. */
final class Letters {

    /** A referral number of ours, wherever it stands. */
    static final Pattern PLACER = Pattern.compile("WHF-[0-9a-z]+-\\d{6}");

    private static final int LETTERS = 26;

    private final Plan plan;
    private final Client client;

    Letters(Plan plan) {
        this.plan = plan;
        this.client = client(plan);
    }

    /** In the order in which they are sent. */
    List<Letter> all() {
        return switch (plan.story()) {
            case MODIFIED -> List.of(first(), er7(Step.MODIFY, "I13"));
            case CANCELLED -> List.of(first(), er7(Step.CANCEL, "I14"));
            case CANCELLED_BEFORE -> List.of(er7(Step.CANCEL, "I14"), first());
            default -> List.of(first());
        };
    }

    Letter first() {
        return switch (plan.route()) {
            case HOSPITAL, FORWARDED -> er7(Step.NEW, "I12");
            case REHAB -> fhirMessage();
            case COURT -> courtOrder();
        };
    }

    private Letter er7(Step step, String event) {
        String controlId = plan.placer() + event.substring(1);
        Push push = push(controlId).with("event", event);
        String text = (step == Step.MODIFY ? push.with("note", "Changed " + plan.placer()) : push).text();
        return new Letter("mercy", plan.placer(), step, controlId, Form.MLLP, true, text);
    }

    private Push push(String controlId) {
        Push any = Push.of(client);
        return new Push(client, plan.placer(), controlId, any.values())
                .to(plan.route() == Route.FORWARDED ? "HARBOR" : "SUNRISE");
    }

    private Letter fhirMessage() {
        FhirPush push = push();
        String controlId = "https://" + push.requester() + ".example/message|" + push.controlId();
        return new Letter(
                push.requester(), plan.placer(), Step.NEW, controlId, Form.FHIR_MESSAGE, true, push.message());
    }

    /** It has no identifier, so its bytes are what it is known by. */
    private Letter courtOrder() {
        FhirPush push = push();
        String body = push.courtOrder();
        return new Letter(push.requester(), plan.placer(), Step.NEW, digest(body), Form.FHIR_TRANSACTION, true, body);
    }

    private FhirPush push() {
        return new FhirPush(client, plan.route().requester(), plan.placer(), plan.placer(), "M-" + plan.placer());
    }

    private static Client client(Plan plan) {
        Random random = plan.random();
        String token = letters(random) + plan.placer().replaceAll("[^0-9]", "");
        Map<String, String> words = new HashMap<>();
        words.put("family", "Q" + letters(random));
        words.put("given", "Z" + letters(random));
        words.put("mrn", "MRN" + token.toUpperCase(Locale.ROOT));
        words.put("member", "W" + token);
        words.put(
                "ssn",
                "%03d-%02d-%04d".formatted(100 + random.nextInt(500), 10 + random.nextInt(80), random.nextInt(9999)));
        words.put("phone", "217%07d".formatted(random.nextInt(9_999_999)));
        words.put("street", (1 + random.nextInt(9_999)) + " " + letters(random) + " Ave");
        words.put("diagnosis", "Dependence of kind " + letters(random));
        words.put("note", "Asked for track " + letters(random));
        return new Client(Map.copyOf(words));
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            letters.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return letters.toString();
    }

    private static String digest(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
