package org.warmhandoff.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.warmhandoff.tests.faults.Letter.Form;
import org.warmhandoff.tests.faults.history.Answer;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpFraming;
import org.warmhandoff.tests.smart.Tokens.NoToken;

/** One try to hand a letter over at one node, over a connection of its own. */
final class Wire {

    private static final int PATIENCE_MILLIS = 12_000;
    private static final int PIECE = 200;
    private static final int PIECE_PAUSE = 20;

    /** New for each request, so that no connection of a killed node is met again. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Wire() {}

    static Answer send(Letter letter, Node node) {
        return letter.form() == Form.MLLP ? mllp(letter, node, false) : http(letter, node);
    }

    /** The same in small pieces. */
    static Answer sendSlowly(Letter letter, Node node) {
        return letter.form() == Form.MLLP ? mllp(letter, node, true) : http(letter, node);
    }

    /** Begins a frame and never ends it. */
    static void truncated(Letter letter, Node node) {
        byte[] frame = MllpFraming.frame(letter.body().getBytes(UTF_8));
        try (MllpClient client = new MllpClient(node.mllp().port(), PATIENCE_MILLIS)) {
            client.write(Arrays.copyOf(frame, frame.length / 2));
        } catch (RuntimeException e) {
            // The node is down: nothing of it arrived.
        }
    }

    /** The status and body of any request; 0 when there was no whole answer, or no token to ask with. */
    static Reply exchange(String method, String url, String body, Supplier<String> token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url.replace("|", "%7C")))
                    .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/fhir+json")
                    .header("Accept", "application/fhir+json")
                    .header("Cache-Control", "no-cache")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException | NoToken e) {
            return new Reply(0, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "");
        }
    }

    /** What came back over HTTP. */
    record Reply(int status, String body) {

        Answer answer() {
            return switch (status / 100) {
                case 0 -> Answer.NONE;
                case 2 -> Answer.ACCEPTED;
                case 5 -> Answer.LATER;
                default -> status == 429 ? Answer.LATER : Answer.REFUSED;
            };
        }
    }

    private static Answer http(Letter letter, Node node) {
        Reply reply = exchange("POST", node.fhirBase() + letter.form().path(), letter.body(), () -> node.server()
                .token(letter.sender()));
        if (reply.answer() == Answer.REFUSED && letter.proper()) {
            System.out.println("  refused: " + letter.controlId() + " " + reply.status() + " " + reply.body());
        }
        return reply.answer();
    }

    private static Answer mllp(Letter letter, Node node, boolean slowly) {
        try (MllpClient client = new MllpClient(node.mllp().port(), PATIENCE_MILLIS)) {
            byte[] frame = MllpFraming.frame(letter.body().getBytes(UTF_8));
            if (slowly) {
                inPieces(client, frame);
            } else {
                client.write(frame);
            }
            Er7 answer = client.read();
            if (!answer.value("MSA", 2).equals(letter.controlId())) {
                return Answer.NONE;
            }
            return switch (answer.acknowledgement()) {
                case "AA" -> Answer.ACCEPTED;
                case "AE" -> Answer.LATER;
                default -> Answer.REFUSED;
            };
        } catch (RuntimeException noAnswer) {
            return Answer.NONE;
        }
    }

    private static void inPieces(MllpClient client, byte[] frame) {
        for (int from = 0; from < frame.length; from += PIECE) {
            client.write(Arrays.copyOfRange(frame, from, Math.min(frame.length, from + PIECE)));
            Pause.ofMillis(PIECE_PAUSE);
        }
    }
}
