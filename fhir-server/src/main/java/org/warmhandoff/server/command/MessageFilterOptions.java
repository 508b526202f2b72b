package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Option;

/** Which messages. Sent as a body, so that no number of a patient stands in an address. */
final class MessageFilterOptions {

    @Option(names = "--direction", paramLabel = "in|out", description = "What arrived, or what is sent.")
    private @Nullable String direction;

    @Option(names = "--referral", description = "The sender's referral number.")
    private @Nullable String referral;

    @Option(names = "--mrn", description = "A number of the patient at some institution.")
    private @Nullable String mrn;

    @Option(names = "--docket", description = "Docket number of the court case.")
    private @Nullable String docket;

    @Option(names = "--control-id", description = "MSH-10, Bundle identifier, or the id under which we sent it.")
    private @Nullable String controlId;

    @Option(names = "--partner", description = "Id of the partner.")
    private @Nullable String partner;

    @Option(names = "--bucket", description = "Code of what went wrong, such as \"HTTP 422\" or consent.")
    private @Nullable String bucket;

    @Option(names = "--state", description = "Such as failed, refused, dead or held.")
    private @Nullable String state;

    @Option(names = "--since", description = "2026-03-02T08:00:00Z, or how long ago: 30m, 24h, 7d.")
    private @Nullable String since;

    @Option(names = "--until", description = "In the same way.")
    private @Nullable String until;

    ObjectNode json() {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        put(filter, "direction", direction);
        put(filter, "referral", referral);
        put(filter, "mrn", mrn);
        put(filter, "docket", docket);
        put(filter, "controlId", controlId);
        put(filter, "partner", partner);
        put(filter, "bucket", bucket);
        put(filter, "state", state);
        put(filter, "since", instant("--since", since));
        put(filter, "until", instant("--until", until));
        return filter;
    }

    private static void put(ObjectNode filter, String name, @Nullable String value) {
        if (value != null) {
            filter.put(name, value);
        }
    }

    private static @Nullable String instant(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text).toString();
        } catch (DateTimeException e) {
            return ago(option, text);
        }
    }

    private static String ago(String option, String text) {
        try {
            Duration duration = DurationStyle.SIMPLE.parse(text);
            return Clock.systemUTC().instant().minus(duration).toString();
        } catch (IllegalArgumentException e) {
            throw new AdminClient.Refused(
                    2,
                    option + ": \"" + text + "\" is no instant like 2026-03-02T08:00:00Z"
                            + " and no duration like 24h");
        }
    }
}
