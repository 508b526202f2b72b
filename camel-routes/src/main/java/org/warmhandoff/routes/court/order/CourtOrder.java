package org.warmhandoff.routes.court.order;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * What a court's message says, whatever its format. There is no place in it for anything but this.
 *
 * @param numbers what the case and the order are called
 * @param participant null where the message names none
 * @param hearing the next one
 * @param release null where no release was signed or its terms are not stated
 * @param notes what was left out, without content
 */
record CourtOrder(
        OrderKind kind,
        Envelope envelope,
        Numbers numbers,
        @Nullable Participant participant,
        Terms terms,
        @Nullable LocalDate hearing,
        @Nullable Release release,
        List<CourtDocument> documents,
        List<String> notes) {

    CourtOrder {
        documents = List.copyOf(documents);
        notes = List.copyOf(notes);
    }

    /** The same with more notes. */
    CourtOrder noting(Stream<String> more) {
        return new CourtOrder(
                kind,
                envelope,
                numbers,
                participant,
                terms,
                hearing,
                release,
                documents,
                Stream.concat(notes.stream(), more).toList());
    }

    /**
     * @param court what the message calls the court
     * @param programs what it calls those whom it is for
     */
    record Envelope(String messageId, OffsetDateTime sentAt, String court, List<String> programs) {

        Envelope {
            sentAt = sentAt.truncatedTo(ChronoUnit.SECONDS);
            programs = programs.stream().filter(program -> !program.isEmpty()).toList();
        }

        /** The moment of sending as FHIR writes it. */
        DateTimeType sent() {
            return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sentAt));
        }
    }

    /** @param order the order's own number, the docket where it has none */
    record Numbers(String docket, String order) {}

    /**
     * What the order asks for.
     *
     * @param priority code of FHIR's request-priority, null when not stated
     * @param level ASAM level of care
     * @param edition of the ASAM criteria, {@code 3} or {@code 4}
     * @param conditions in the court's words
     * @param reason for a modification or vacation
     */
    record Terms(
            @Nullable LocalDate orderedOn,
            @Nullable String priority,
            @Nullable String level,
            @Nullable String edition,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            List<String> conditions,
            @Nullable String reason) {

        static final Terms NONE = new Terms(null, null, null, null, null, null, List.of(), null);

        Terms {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Whom the order is about.
     *
     * @param number the court's own number for the person
     * @param gender code of FHIR's administrative-gender
     */
    record Participant(
            String number,
            @Nullable String family,
            List<String> given,
            String gender,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            @Nullable Address address) {

        Participant {
            given = List.copyOf(given);
        }
    }

    record Address(@Nullable String line, @Nullable String city, @Nullable String state, @Nullable String postalCode) {}

    /**
     * The terms of a signed release to the court (42 CFR 2.31, 2.35).
     *
     * @param expires null where an event ends it
     * @param expirationEvent code of {@code CodeSystem/consent-expiration-event}
     * @param revocableAfter until then it cannot be revoked
     */
    record Release(
            LocalDate signedOn,
            @Nullable LocalDate expires,
            @Nullable String expirationEvent,
            LocalDate revocableAfter) {}

    /** A document that came along. */
    record CourtDocument(Type type, byte[] pdf) {

        /** What is kept of a court's documents; everything else is left out. */
        enum Type {
            COURT_ORDER,
            RELEASE_OF_INFORMATION
        }
    }
}
