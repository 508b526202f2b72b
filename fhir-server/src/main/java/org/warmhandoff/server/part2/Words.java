package org.warmhandoff.server.part2;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads cells of the policy file. Whatever it does not know stops the reading. */
final class Words {

    static final String NONE = "-";
    private static final String ANY = "any";

    private Words() {}

    static <E extends Enum<E> & Coded> E one(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.code().equals(word))
                .findFirst()
                .orElseThrow(() -> new PolicyUnreadable("'" + word + "' is no " + type.getSimpleName()));
    }

    static List<String> list(String cell) {
        List<String> words = List.of(cell.split(", ", -1));
        if (words.stream().anyMatch(word -> word.isBlank() || !word.equals(word.strip()))
                || new LinkedHashSet<>(words).size() != words.size()) {
            throw new PolicyUnreadable("'" + cell + "' is no list of different words");
        }
        return words;
    }

    static <E extends Enum<E> & Coded> EnumSet<E> some(Class<E> type, String cell) {
        EnumSet<E> found = EnumSet.noneOf(type);
        list(cell).forEach(word -> found.add(one(type, word)));
        return found;
    }

    static <E extends Enum<E> & Coded> EnumSet<E> someOrAny(Class<E> type, String cell) {
        return cell.equals(ANY) ? EnumSet.allOf(type) : some(type, cell);
    }

    static Set<ActorKind> actors(String cell) {
        return switch (cell) {
            case "anyone" -> EnumSet.allOf(ActorKind.class);
            case "any-external" -> EnumSet.complementOf(EnumSet.of(ActorKind.OWN_WORKFORCE));
            default -> some(ActorKind.class, cell);
        };
    }

    static Set<Purpose> consentPurposes(String cell) {
        return switch (cell) {
            case NONE -> EnumSet.noneOf(Purpose.class);
            case "any-but-legal" -> EnumSet.complementOf(EnumSet.of(Purpose.HLEGAL, Purpose.LEGAL));
            case "any-but-subpoena" -> EnumSet.complementOf(EnumSet.of(Purpose.LEGAL));
            default -> some(Purpose.class, cell);
        };
    }

    /** Whether the cell says {@code yes}; it must say one of the two. */
    static boolean either(String cell, String yes, String no) {
        if (!cell.equals(yes) && !cell.equals(no)) {
            throw new PolicyUnreadable("'" + cell + "' is neither " + yes + " nor " + no);
        }
        return cell.equals(yes);
    }

    static List<Rule.Condition> conditions(String cell) {
        if (cell.equals(NONE)) {
            return List.of();
        }
        return list(cell).stream()
                .map(word -> word.startsWith("not ")
                        ? new Rule.Condition(one(Fact.class, word.substring(4)), true)
                        : new Rule.Condition(one(Fact.class, word), false))
                .toList();
    }
}
