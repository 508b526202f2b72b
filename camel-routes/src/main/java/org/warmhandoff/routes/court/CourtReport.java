package org.warmhandoff.routes.court;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.routes.notice.Carriage;

/**
 * One message to a court. What its type does not allow is dropped here, so that nothing which renders a report has to
 * know the rule. There is no field for a name: the court knows its participant by docket and by its own number.
 *
 * @param createdAt also the date in the file name and in the PDF: kept the same on a retry, the package is the same
 */
public record CourtReport(
        UUID messageId,
        CourtMessageType type,
        ReportedCase courtCase,
        Participant participant,
        ReportContent content,
        DisclosureAuthority authority,
        Instant createdAt) {

    public CourtReport {
        participant = type.allows(CourtSection.BIRTH_DATE) ? participant : participant.withoutBirthDate();
        content = content.restrictedTo(type);
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What goes along; an order needs no more than the short statement. */
    Carriage carriage() {
        String terms = authority.terms();
        String scope = DisclosureScope.of(this);
        return new Carriage(
                authority.kind().consent() ? Carriage.Statement.EITHER : Carriage.Statement.SHORT,
                terms == null ? List.of(scope) : List.of(scope, terms));
    }

    /** The statement that suits a person. */
    String notice() {
        return carriage().fully().get(0);
    }

    /** What the authority covers. */
    String scope() {
        return String.join(" ", carriage().scopes());
    }
}
