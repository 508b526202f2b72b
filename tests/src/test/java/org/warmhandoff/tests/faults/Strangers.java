package org.warmhandoff.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.warmhandoff.tests.faults.Letter.Form;
import org.warmhandoff.tests.faults.history.Sending.Step;
import org.warmhandoff.tests.harness.MllpClient;

/** What nobody may accept: sent between the others, each under a number of its own. */
final class Strangers {

    private static final int TWO_MIB = 2 * 1024 * 1024;

    private final Cluster cluster;
    private final Postman postman;
    private final String prefix;

    Strangers(Cluster cluster, Postman postman, String prefix) {
        this.cluster = cluster;
        this.postman = postman;
        this.prefix = prefix;
    }

    /** @param number from 900000, where no referral is */
    void bother(int number, Random random) {
        Plan plan = new Plan(prefix + "%06d".formatted(number), Route.HOSPITAL, Story.NEW, number);
        Letter proper = new Letters(plan).first();
        String text = proper.body();
        List<String> improper = List.of(
                text + "NTE|2||" + "x".repeat(TWO_MIB) + "\r",
                text.replace("|EPIC|MERCYHOSP|", "|NOBODY|NOWHERE|"),
                text.replace("SUNRISE", "NOWHERE"),
                text.replace("REF^I12^REF_I12", "DFT^P03^DFT_P03"),
                text.replace("|P|2.5.1", "|X|2.5.1"),
                text.replace("|" + plan.placer() + "^", "|^"),
                "MSH" + "\u0000\u0007".repeat(200));
        postman.once(proper.improper(improper.get(random.nextInt(improper.size()))), cluster.node(number), false);
        Letter notFhir = new Letter(
                "cedar",
                plan.placer(),
                Step.NEW,
                plan.placer(),
                Form.FHIR_MESSAGE,
                false,
                "{\"resourceType\":\"Bundle\"");
        postman.once(notFhir, cluster.node(number + 1), false);
        hangOn(cluster.node(number));
    }

    /** A connection that says a little, and one that says a frame without end. */
    private static void hangOn(Node node) {
        try (MllpClient client = new MllpClient(node.mllp().port(), 1_000)) {
            client.write("\u000bMSH|^~\\&|EPIC|MERCYHOSP|".getBytes(UTF_8));
            client.write("|A".repeat(50_000).getBytes(UTF_8));
        } catch (RuntimeException e) {
            // The node is down, or will have no more of it.
        }
    }
}
