package org.warmhandoff.routes.hl7v2;

import static org.warmhandoff.routes.hl7v2.ErrorCode.DATA_TYPE_ERROR;
import static org.warmhandoff.routes.hl7v2.ErrorCode.REQUIRED_FIELD_MISSING;
import static org.warmhandoff.routes.hl7v2.ErrorCode.SEGMENT_SEQUENCE_ERROR;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNKNOWN_KEY_IDENTIFIER;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_EVENT_CODE;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_MESSAGE_TYPE;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_PROCESSING_ID;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_VERSION_ID;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a message can be worked on at all, from the envelope inwards. Only what no later step could mend is refused;
 * everything else is taken as it is, since real senders leave much out.
 */
final class ReferralCheck {

    /** Length of ST keys since v2.7; longer ones, or ones with control characters, are not keys. */
    static final int LONGEST_KEY = 199;

    private static final Set<String> EVENTS = Set.of("I12", "I13", "I14", "I15");
    private static final Set<String> PROCESSING_IDS = Set.of("P", "T", "D");
    private static final Pattern VERSION = Pattern.compile("2\\.[3-8](\\.\\d)?");

    private final List<Rule> rules;

    ReferralCheck(Parties parties) {
        rules = List.of(
                rule(m -> m.all("MSH").size() == 1, SEGMENT_SEQUENCE_ERROR, "MSH", 0, "Send one message a block."),
                rule(
                        m -> !m.controlId().isEmpty(),
                        REQUIRED_FIELD_MISSING,
                        "MSH",
                        10,
                        "The message control id is missing."),
                rule(m -> isKey(m.controlId()), DATA_TYPE_ERROR, "MSH", 10, "The message control id is not usable."),
                rule(m -> m.msh().value(9).equals("REF"), UNSUPPORTED_MESSAGE_TYPE, "MSH", 9, "Only REF is taken."),
                rule(m -> hasEvent(m), UNSUPPORTED_EVENT_CODE, "MSH", 9, "Only the events I12 to I15 are taken."),
                rule(m -> hasVersion(m), UNSUPPORTED_VERSION_ID, "MSH", 12, "Only versions 2.3 to 2.8 are taken."),
                rule(m -> hasPurpose(m), UNSUPPORTED_PROCESSING_ID, "MSH", 11, "The processing id must be P, T or D."),
                rule(
                        m -> parties.sender(m).isPresent(),
                        UNKNOWN_KEY_IDENTIFIER,
                        "MSH",
                        3,
                        "The sender is not known here."),
                rule(
                        m -> parties.receiver(m).isPresent(),
                        UNKNOWN_KEY_IDENTIFIER,
                        "MSH",
                        6,
                        "The receiver is not known here."),
                rule(m -> !placer(m).isEmpty(), REQUIRED_FIELD_MISSING, "RF1", 6, "The referral number is missing."),
                rule(m -> isKey(placer(m)), DATA_TYPE_ERROR, "RF1", 6, "The referral number is not usable."),
                rule(m -> hasIdentifier(m), REQUIRED_FIELD_MISSING, "PID", 3, "The patient has no identifier."),
                rule(m -> hasName(m), REQUIRED_FIELD_MISSING, "PID", 5, "The patient has no name."));
    }

    /** The first rule that the message breaks. */
    Optional<Refusal> refusal(Er7Message message) {
        for (Rule rule : rules) {
            if (!rule.holds.test(message)) {
                return Optional.of(rule.otherwise);
            }
        }
        return Optional.empty();
    }

    /** The sender's referral number, RF1-6.1; empty when there is none. */
    static String placer(Er7Message message) {
        return message.first("RF1").map(rf1 -> rf1.value(6)).orElse("");
    }

    static boolean isKey(String text) {
        return text.length() <= LONGEST_KEY && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean hasEvent(Er7Message message) {
        return EVENTS.contains(message.msh().component(9, 2));
    }

    private static boolean hasVersion(Er7Message message) {
        return VERSION.matcher(message.msh().value(12)).matches();
    }

    private static boolean hasPurpose(Er7Message message) {
        return PROCESSING_IDS.contains(message.msh().value(11));
    }

    /** A social security number is dropped on translation, so it cannot be the only identifier. */
    private static boolean hasIdentifier(Er7Message message) {
        return message.first("PID").stream()
                .flatMap(pid -> pid.repetitions(3).stream())
                .anyMatch(id -> !id.component(1).isEmpty() && !id.component(5).equals("SS"));
    }

    private static boolean hasName(Er7Message message) {
        return message.first("PID").stream()
                .flatMap(pid -> pid.repetitions(5).stream())
                .anyMatch(name ->
                        !name.component(1).isEmpty() || !name.component(2).isEmpty());
    }

    private static Rule rule(Predicate<Er7Message> holds, ErrorCode error, String segment, int field, String text) {
        return new Rule(holds, new Refusal(error, segment, field, text));
    }

    private record Rule(Predicate<Er7Message> holds, Refusal otherwise) {}
}
