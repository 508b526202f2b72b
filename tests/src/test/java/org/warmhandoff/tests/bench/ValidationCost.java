package org.warmhandoff.tests.bench;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.tests.harness.RunningServer;

/** What the server says that validation took, by its own timer {@code warmhandoff_validation_seconds}, since a reading. */
final class ValidationCost {

    private final RunningServer server;
    private final String of;
    private final double seconds;
    private final double count;

    private ValidationCost(RunningServer server, String of) {
        this.server = server;
        this.of = of;
        String metrics = metrics();
        seconds = value(metrics, "_sum", "");
        count = value(metrics, "_count", "");
    }

    /** @param of {@code resource}, {@code bundle} or {@code stored}, as the timer's tag has it */
    static List<ValidationCost> reading(RunningServer server, String... of) {
        return List.of(of).stream().map(tag -> new ValidationCost(server, tag)).toList();
    }

    /** A line for the report: how many, mean, and the quantiles of the last minutes. */
    String since() {
        String metrics = metrics();
        double many = value(metrics, "_count", "") - count;
        double mean = many == 0 ? 0 : (value(metrics, "_sum", "") - seconds) / many;
        return String.format(
                Locale.ROOT,
                "Validation of %s: %.0f times, mean %.2f ms, p50 %.2f ms, p95 %.2f ms",
                of,
                many,
                mean * 1e3,
                value(metrics, "", ",quantile=\"0.5\"") * 1e3,
                value(metrics, "", ",quantile=\"0.95\"") * 1e3);
    }

    private String metrics() {
        return server.http().get("actuator/prometheus").expect(200).body();
    }

    private double value(String metrics, String suffix, String quantile) {
        Matcher line = Pattern.compile(
                        "(?m)^warmhandoff_validation_seconds" + suffix + "\\{of=\"" + of + "\"" + quantile + "} (\\S+)")
                .matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
