package org.warmhandoff.routes.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;

/** Values by chance, always the same for the same seed; text is as awkward as a person or a program may write it. */
final class Chance {

    private static final List<String> AWKWARD = List.of(
            "a|b^c~d\\e&f",
            "\\E\\ \\F\\ \\.br\\ \\X0D\\",
            "Zoë Müller-Łukasz",
            "李小龍",
            "عمر الخطيب",
            "é👩‍⚕️ emoji",
            "<b>&amp; ]]> \"quoted\" 'so'",
            "\"\"",
            "two\nlines",
            "O'Brien, Jr.; c/o #5",
            "0",
            "null",
            "MSH|^~\\&|",
            "tab\there",
            "${jndi} %s {{x}}");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> List<T> some(int most, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int i = upTo(most); i > 0; i--) {
            all.add(one.get());
        }
        return all;
    }

    /** A text of one word or many, now and then very long. */
    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "long " + "word ".repeat(1000).strip();
            case 1, 2, 3, 4, 5, 6 -> AWKWARD.get(random.nextInt(AWKWARD.size())) + " " + word();
            case 7 -> AWKWARD.get(random.nextInt(AWKWARD.size()));
            default -> word();
        };
    }

    String word() {
        return of("Doe", "Quill", "Vale", "Ambrose", "Lin", "Sørensen") + random.nextInt(1000);
    }

    String number() {
        return "N" + random.nextInt(1_000_000);
    }

    String day() {
        return String.format("%d-%02d-%02d", 1950 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    DateType date() {
        String day = day();
        return new DateType(day.substring(0, of(4, 7, 10)));
    }

    DateTimeType dateTime() {
        String day = day();
        String clock = String.format("T%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
        return new DateTimeType(
                switch (random.nextInt(5)) {
                    case 0 -> day.substring(0, 4);
                    case 1 -> day.substring(0, 7);
                    case 2 -> day;
                    case 3 -> day + clock + of("Z", "-05:00", "+13:45");
                    default -> day + clock + ".125" + of("Z", "-06:00");
                });
    }

    Period period() {
        int year = 1990 + random.nextInt(20);
        Period period = new Period().setStartElement(new DateTimeType(year + "-03-01"));
        return maybe() ? period.setEndElement(new DateTimeType((year + 1) + "-04-30")) : period;
    }
}
