package org.warmhandoff.routes.hl7v2.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Test messages as they arrive on a bad day: cut off, with segments lost or swapped and fields emptied or overwritten. */
final class DamagedMessages {

    static final String[] SSNS = {"219099998", "219-09-9998"};

    private static final List<String> FILES = List.of("full", "dirty", "v23", "adolescent", "escapes");
    private static final String GARBAGE = "|^~\\&\"-+.0Z@ \u00e9\u6f22<";

    private DamagedMessages() {}

    /** The same text for the same seed; it mentions {@link #SSNS}. */
    static String of(int seed) {
        Random random = new Random(seed);
        String text = withNumbers(Messages.read(FILES.get(seed % FILES.size()) + ".hl7"));
        for (int i = 0; i <= seed % 5; i++) {
            text = damage(text, random);
        }
        return text;
    }

    /** Declares a number as SSN where the standard has it and repeats it where people put it. */
    private static String withNumbers(String text) {
        List<String> lines = lines(text);
        lines.replaceAll(line -> line.startsWith("PID|1") ? withNumber(line) : line);
        lines.add("NTE|9||call, SSN 219-09-9998");
        return String.join("\n", lines);
    }

    private static String withNumber(String pid) {
        String[] fields = pid.split("\\|", -1);
        fields[3] = fields[3] + "~219099998^^^USSSA^SS";
        return String.join("|", fields);
    }

    private static String damage(String text, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, Math.min(text.length(), 40) + random.nextInt(Math.max(1, text.length() - 40)));
            case 1 -> withoutSegment(text, random);
            case 2 -> withField(text, random, "");
            case 3 -> withField(text, random, garbage(random));
            case 4 -> withSegmentsSwapped(text, random);
            default -> withCharacter(text, random);
        };
    }

    private static String withoutSegment(String text, Random random) {
        List<String> lines = lines(text);
        if (lines.size() > 1) {
            lines.remove(1 + random.nextInt(lines.size() - 1));
        }
        return String.join("\n", lines);
    }

    /** Empties or overwrites a field, but not one that declares an SSN: what nobody declares nobody can know. */
    private static String withField(String text, Random random, String value) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        String[] fields = lines.get(at).split("\\|", -1);
        int field = 1 + random.nextInt(Math.max(1, fields.length - 1));
        if (field < fields.length && at > 0 && !Arrays.asList(SSNS).contains(fields[field])) {
            fields[field] = value;
        }
        lines.set(at, String.join("|", fields));
        return String.join("\n", lines);
    }

    private static String withSegmentsSwapped(String text, Random random) {
        List<String> lines = lines(text);
        if (lines.size() > 2) {
            int from = 1 + random.nextInt(lines.size() - 1);
            lines.add(1 + random.nextInt(lines.size() - 1), lines.remove(from));
        }
        return String.join("\n", lines);
    }

    /** Letters only, so that no number becomes another. */
    private static String withCharacter(String text, Random random) {
        int at = 20 + random.nextInt(text.length() - 20);
        boolean letter = Character.isLetter(text.charAt(at));
        return letter
                ? text.substring(0, at) + GARBAGE.charAt(random.nextInt(GARBAGE.length())) + text.substring(at + 1)
                : text;
    }

    private static String garbage(Random random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            out.append(GARBAGE.charAt(random.nextInt(GARBAGE.length())));
        }
        return out.toString();
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(text.lines().toList());
    }
}
