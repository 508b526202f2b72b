package org.warmhandoff.server.subscription;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.referral.ReferralRecord;

/** A filter of a subscription, such as {@code Task?owner=Organization/harbor&status=accepted,rejected}. Pure. */
final class TaskFilter {

    static final String TASK_STATUS = "http://hl7.org/fhir/task-status";

    private static final String START = "Task?";

    private static final Map<String, BiPredicate<Seen, String>> PARAMETERS = Map.of(
            "owner", (seen, value) -> names(value, seen.referral().owner()),
            "requester", (seen, value) -> names(value, seen.referral().requester()),
            "status",
                    (seen, value) ->
                            token(value, TASK_STATUS, seen.state().taskStatus().toCode()),
            "business-status",
                    (seen, value) -> token(
                            value, CodeSystems.BUSINESS_STATUS, seen.state().code()));

    /** What a filter may look at. */
    private record Seen(ReferralRecord referral, BusinessStatus state) {}

    private final String text;
    private final Map<String, List<String>> wanted;

    private TaskFilter(String text, Map<String, List<String>> wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** @throws IllegalArgumentException with a sentence for the subscriber */
    static TaskFilter parse(String text) {
        if (!text.startsWith(START)) {
            throw new IllegalArgumentException("A filter must be of the form Task?parameter=value.");
        }
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String pair : text.substring(START.length()).split("&")) {
            String[] parts = pair.split("=", 2);
            if (!PARAMETERS.containsKey(parts[0]) || parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException(
                        "A filter knows the parameters " + known() + ", without modifiers, each with a value.");
            }
            List<String> values = Arrays.stream(parts[1].split(","))
                    .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                    .toList();
            if (wanted.putIfAbsent(parts[0], values) != null) {
                throw new IllegalArgumentException("A filter may have each parameter once.");
            }
        }
        return new TaskFilter(text, wanted);
    }

    boolean matches(ReferralRecord referral, BusinessStatus state) {
        Seen seen = new Seen(referral, state);
        return wanted.entrySet().stream().allMatch(entry -> entry.getValue().stream()
                .anyMatch(value -> java.util.Objects.requireNonNull(PARAMETERS.get(entry.getKey()))
                        .test(seen, value)));
    }

    private static Set<String> known() {
        return new java.util.TreeSet<>(PARAMETERS.keySet());
    }

    private static boolean names(String value, String partnerId) {
        return value.equalsIgnoreCase(partnerId)
                || value.equalsIgnoreCase("Organization/" + partnerId)
                || value.equalsIgnoreCase(Canonical.PARTNER + "|" + partnerId);
    }

    private static boolean token(String value, String system, String code) {
        return value.equals(code) || value.equals(system + "|" + code);
    }

    @Override
    public String toString() {
        return text;
    }
}
