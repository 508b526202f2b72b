package org.warmhandoff.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody must look at; ids and codes only.
 *
 * @param id the same however often it is posted
 * @param kind {@code delivery-dead}, {@code message-failed}, {@code referral-overdue} or {@code emergency-access}
 * @param subject as the desk names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(long id, String at, String kind, String subject, String partner, @Nullable String code) {

    static Alert of(long id, Instant at, String kind, String subject, String partner, @Nullable String code) {
        return new Alert(id, at.toString(), kind, subject, partner, code);
    }

    /** What is posted. {@code waiting}: how many more there are. */
    record Post(String server, String sentAt, List<Alert> alerts, int waiting) {}
}
