package org.warmhandoff.tests.harness;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** An invented person whose every word is unique, so that it can be looked for where it must not be. */
public record Client(Map<String, String> words) {

    private static final Set<String> PLANTED = ConcurrentHashMap.newKeySet();

    public static Client unique() {
        String token = letters(8);
        Map<String, String> words = new TreeMap<>();
        words.put("family", "Q" + token);
        words.put("given", "Z" + letters(7));
        words.put("mrn", "MRN" + token.toUpperCase(Locale.ROOT));
        words.put("member", "W" + digits(9));
        words.put("ssn", digits(3) + "-" + digits(2) + "-" + digits(4));
        words.put("phone", "217" + digits(7));
        words.put("street", digits(4) + " " + letters(9) + " Ave");
        words.put("diagnosis", "Dependence of kind " + letters(9));
        words.put("note", "Asked for track " + letters(9));
        PLANTED.addAll(words.values());
        return new Client(Map.copyOf(words));
    }

    /** Everything about every person so far that must not appear in a log. */
    public static Set<String> planted() {
        return Set.copyOf(PLANTED);
    }

    public String family() {
        return words.get("family");
    }

    public String given() {
        return words.get("given");
    }

    public String mrn() {
        return words.get("mrn");
    }

    public String ssn() {
        return words.get("ssn");
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current()
                .ints(count, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String digits(int count) {
        return ThreadLocalRandom.current()
                .ints(count, '0', '9' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
