package org.warmhandoff.server.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between rows and records. */
final class DeliveryRow {

    private static final int LONGEST_FACT = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PAYLOAD = new TypeReference<>() {};

    private DeliveryRow() {}

    static Delivery delivery(ResultSet row) throws SQLException {
        Delivery.Progress progress = new Delivery.Progress(
                DeliveryState.ofCode(row.getString("state")),
                row.getInt("attempts"),
                instantOrNull(row, "first_attempt_at"),
                instant(row, "due_at"),
                row.getString("reason"),
                row.getString("evidence"));
        return new Delivery(
                row.getLong("id"),
                row.getString("partner_id"),
                row.getString("order_key"),
                row.getString("kind"),
                row.getString("task_id"),
                payload(row.getString("payload")),
                row.getString("idempotency_key"),
                instant(row, "created_at"),
                progress);
    }

    static LeasedDelivery leased(ResultSet row) throws SQLException {
        return new LeasedDelivery(
                delivery(row),
                row.getInt("lease_no"),
                instant(row, "lease_until"),
                row.getInt("lost_leases"),
                row.getInt("own_faults"),
                row.getBoolean("held_before"));
    }

    static String json(Map<String, String> payload) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    /** A code or transport fact, fit for a text column and short enough to be no content. */
    static @Nullable String fact(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String cleaned = text.replace('\u0000', '\uFFFD');
        return cleaned.length() <= LONGEST_FACT ? cleaned : cleaned.substring(0, LONGEST_FACT);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Map<String, String> payload(String json) {
        try {
            return JSON.readValue(json, PAYLOAD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("delivery payload is not a JSON object of strings");
        }
    }
}
