package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Obligation;
import org.warmhandoff.server.part2.Purpose;

/** An entry as it is hashed, and read back. */
final class EntryForm {

    private EntryForm() {}

    /** @param place where it stands among those of its writer, so that one missing in between is noticed */
    static String write(LedgerEntry entry, Place place) {
        LedgerEntry.Ground ground = entry.ground();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", entry.at().truncatedTo(ChronoUnit.MICROS).toString());
        json.put("consent", ground.consent());
        json.set("items", items(entry.items()));
        json.put("kind", word(entry.recipient().kind()));
        json.put("law", ground.law());
        json.put("no", place.no());
        ArrayNode obligations = json.putArray("obligations");
        ground.obligations().stream().sorted().forEach(due -> obligations.add(word(due)));
        json.put("occasion", entry.occasion());
        json.put("of", place.of());
        json.put("order", ground.order());
        json.put("organisation", entry.recipient().organisation());
        json.put("outcome", word(entry.outcome()));
        json.put("patient", entry.patient());
        json.put("person", entry.recipient().person());
        json.put("policySha256", ground.policySha256());
        json.put("policyVersion", ground.policyVersion());
        json.put("purpose", entry.purpose().name());
        json.put("rule", ground.rule());
        json.put("stream", place.stream());
        json.put("way", entry.way());
        return CanonicalJson.write(json);
    }

    /**
     * @param stream one start of one node, or one transaction
     * @param no from 1 without a gap
     * @param of how many the stream has; 0 when that is open
     */
    record Place(String stream, int no, int of) {}

    static Place place(JsonNode json) {
        return new Place(
                json.path("stream").asText(),
                json.path("no").asInt(),
                json.path("of").asInt());
    }

    static LedgerEntry read(JsonNode json) {
        List<LedgerEntry.Item> items = new ArrayList<>();
        json.path("items")
                .forEach(item -> items.add(new LedgerEntry.Item(text(item, "reference"), maybe(item, "sha256"))));
        return new LedgerEntry(
                Instant.parse(text(json, "at")),
                new LedgerEntry.Recipient(
                        constant(ActorKind.class, text(json, "kind")),
                        text(json, "organisation"),
                        maybe(json, "person")),
                Purpose.valueOf(text(json, "purpose")),
                text(json, "way"),
                text(json, "occasion"),
                text(json, "patient"),
                items,
                constant(LedgerEntry.Outcome.class, text(json, "outcome")),
                ground(json));
    }

    private static LedgerEntry.Ground ground(JsonNode json) {
        Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);
        json.path("obligations").forEach(due -> obligations.add(constant(Obligation.class, due.asText())));
        return new LedgerEntry.Ground(
                text(json, "rule"),
                text(json, "law"),
                text(json, "policyVersion"),
                text(json, "policySha256"),
                maybe(json, "consent"),
                maybe(json, "order"),
                obligations);
    }

    private static ArrayNode items(List<LedgerEntry.Item> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        for (LedgerEntry.Item item : items) {
            array.addObject().put("reference", item.reference()).put("sha256", item.sha256());
        }
        return array;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static @Nullable String maybe(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asText() : null;
    }
}
