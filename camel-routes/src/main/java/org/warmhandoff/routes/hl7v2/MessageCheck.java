package org.warmhandoff.routes.hl7v2;

import static org.warmhandoff.routes.hl7v2.ErrorCode.DATA_TYPE_ERROR;
import static org.warmhandoff.routes.hl7v2.ErrorCode.REQUIRED_FIELD_MISSING;
import static org.warmhandoff.routes.hl7v2.ErrorCode.SEGMENT_SEQUENCE_ERROR;
import static org.warmhandoff.routes.hl7v2.ErrorCode.TABLE_VALUE_NOT_FOUND;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNKNOWN_KEY_IDENTIFIER;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_EVENT_CODE;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_MESSAGE_TYPE;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_PROCESSING_ID;
import static org.warmhandoff.routes.hl7v2.ErrorCode.UNSUPPORTED_VERSION_ID;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a message can be worked on at all, from the envelope inwards. Only what no later step could mend is refused;
 * everything else is taken as it is, since real senders leave much out.
 */
final class MessageCheck {

    /** Length of ST keys since v2.7; longer ones, or ones with control characters, are not keys. */
    static final int LONGEST_KEY = 199;

    private static final int MOST_SEGMENTS = 5000;
    private static final int MOST_REPETITIONS = 200;
    private static final int MOST_LINES = 5000;
    private static final Set<String> LINES = Set.of("OBX", "NTE");
    private static final Set<String> PROCESSING_IDS = Set.of("P", "T", "D");
    private static final Pattern VERSION = Pattern.compile("2\\.[3-8](\\.\\d)?");

    /** Order controls (table 0119) that speak of a referral: new, changed, cancelled, how does it stand. */
    private static final Set<String> ORDER_CONTROLS = Set.of("NW", "XO", "RU", "CA", "DC", "SS");

    private static final Set<String> WITHOUT_NAME = Set.of("A03", "A40");

    private final List<Rule> envelope;
    private final List<Rule> addressed;
    private final Map<MessageType, List<Rule>> content = new EnumMap<>(MessageType.class);

    MessageCheck(Parties parties) {
        envelope = List.of(
                rule(m -> m.all("MSH").size() == 1, SEGMENT_SEQUENCE_ERROR, "MSH", 0, "Send one message a block."),
                rule(
                        m -> isBounded(m),
                        DATA_TYPE_ERROR,
                        "",
                        0,
                        "There are more segments or repetitions than are taken."),
                missing(m -> !m.controlId().isEmpty(), "MSH", 10, "The message control id is missing."),
                rule(m -> isKey(m.controlId()), DATA_TYPE_ERROR, "MSH", 10, "The message control id is not usable."),
                rule(
                        m -> MessageType.of(m).isPresent(),
                        UNSUPPORTED_MESSAGE_TYPE,
                        "MSH",
                        9,
                        "REF, OMG, ADT, SIU, ORU and MDM are taken."),
                rule(m -> hasEvent(m), UNSUPPORTED_EVENT_CODE, "MSH", 9, "This event of the message is not taken."),
                rule(m -> hasVersion(m), UNSUPPORTED_VERSION_ID, "MSH", 12, "Only versions 2.3 to 2.8 are taken."),
                rule(m -> hasPurpose(m), UNSUPPORTED_PROCESSING_ID, "MSH", 11, "The processing id must be P, T or D."),
                unknown(m -> parties.sender(m).isPresent(), 3, "The sender is not known here."));
        addressed = List.of(
                unknown(m -> isForAll(m) || parties.receiver(m).isPresent(), 6, "The receiver is not known here."));
        Rule identified = missing(m -> hasIdentifier(m), "PID", 3, "The patient has no identifier.");
        Rule named = missing(m -> hasName(m), "PID", 5, "The patient has no name.");
        content.put(MessageType.REF, referral("RF1", 6, identified, named));
        content.put(MessageType.OMG, order(referral("ORC", 2, identified, named)));
        content.put(
                MessageType.ADT, List.of(identified, named, missing(m -> hasRetired(m), "MRG", 1, "Nobody to merge.")));
        content.put(
                MessageType.SIU,
                List.of(identified, missing(m -> hasAppointment(m), "SCH", 1, "The appointment has no number.")));
        content.put(MessageType.ORU, List.of(identified, segment("OBX", "There are no results.")));
        content.put(MessageType.MDM, List.of(identified, segment("TXA", "There is no document.")));
    }

    private static List<Rule> referral(String segment, int field, Rule identified, Rule named) {
        return List.of(
                missing(m -> !placer(m).isEmpty(), segment, field, "The referral number is missing."),
                rule(m -> isKey(placer(m)), DATA_TYPE_ERROR, segment, field, "The referral number is not usable."),
                identified,
                named);
    }

    private static List<Rule> order(List<Rule> referral) {
        List<Rule> rules = new ArrayList<>(referral);
        rules.add(rule(
                m -> ORDER_CONTROLS.contains(MessageKeys.first(m, "ORC", 1)),
                TABLE_VALUE_NOT_FOUND,
                "ORC",
                1,
                "This order control is not taken."));
        return List.copyOf(rules);
    }

    /** The first rule that the message breaks. */
    Optional<Refusal> refusal(Er7Message message) {
        return first(envelope, message).or(() -> first(addressed, message)).or(() -> MessageType.of(message)
                .flatMap(type -> first(content.getOrDefault(type, List.of()), message)));
    }

    private static Optional<Refusal> first(List<Rule> rules, Er7Message message) {
        for (Rule rule : rules) {
            if (!rule.holds.test(message)) {
                return Optional.of(rule.otherwise);
            }
        }
        return Optional.empty();
    }

    /** What is one row for a sender may be thousands for us. Text may repeat a field for each of its lines. */
    private static boolean isBounded(Er7Message message) {
        return message.segments().size() <= MOST_SEGMENTS
                && message.segments().stream()
                        .allMatch(segment -> segment.mostRepetitions()
                                <= (LINES.contains(segment.id()) ? MOST_LINES : MOST_REPETITIONS));
    }

    /** The sender's referral number; empty when there is none. */
    static String placer(Er7Message message) {
        return MessageKeys.placer(message);
    }

    static boolean isKey(String text) {
        return text.length() <= LONGEST_KEY && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean hasEvent(Er7Message message) {
        String event = message.msh().component(9, 2);
        return MessageType.of(message).filter(type -> type.has(event)).isPresent();
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

    /** News of patients may be for whom it concerns; a referral is for somebody. */
    private static boolean isForAll(Er7Message message) {
        boolean feed =
                MessageType.of(message).filter(type -> !type.isReferral()).isPresent();
        return feed && !message.msh().has(6);
    }

    private static boolean hasRetired(Er7Message message) {
        return !message.msh().component(9, 2).equals("A40")
                || !MessageKeys.first(message, "MRG", 1).isEmpty()
                || !MessageKeys.first(message, "MRG", 4).isEmpty();
    }

    private static boolean hasAppointment(Er7Message message) {
        return !MessageKeys.first(message, "SCH", 1).isEmpty()
                || !MessageKeys.first(message, "SCH", 2).isEmpty();
    }

    private static boolean hasName(Er7Message message) {
        return WITHOUT_NAME.contains(message.msh().component(9, 2))
                || message.first("PID").stream()
                        .flatMap(pid -> pid.repetitions(5).stream())
                        .anyMatch(name -> !name.component(1).isEmpty()
                                || !name.component(2).isEmpty());
    }

    private static Rule missing(Predicate<Er7Message> holds, String segment, int field, String text) {
        return rule(holds, REQUIRED_FIELD_MISSING, segment, field, text);
    }

    private static Rule segment(String id, String text) {
        return rule(m -> m.first(id).isPresent(), SEGMENT_SEQUENCE_ERROR, id, 0, text);
    }

    private static Rule unknown(Predicate<Er7Message> holds, int field, String text) {
        return rule(holds, UNKNOWN_KEY_IDENTIFIER, "MSH", field, text);
    }

    private static Rule rule(Predicate<Er7Message> holds, ErrorCode error, String segment, int field, String text) {
        return new Rule(holds, new Refusal(error, segment, field, text));
    }

    private record Rule(Predicate<Er7Message> holds, Refusal otherwise) {}
}
