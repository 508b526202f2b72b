package org.warmhandoff.routes.court.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/** What a court wants ({@code CodeSystem/court-message}, the inbound half) and what that is to a referral. */
public enum OrderKind {
    COURT_ORDER_TREATMENT(Event.NEW),
    ORDER_MODIFIED(Event.MODIFY),
    HEARING_NOTICE(Event.MODIFY),
    ROI_SIGNED(Event.MODIFY),
    ORDER_VACATED(Event.CANCEL);

    private final Event event;

    OrderKind(Event event) {
        this.event = event;
    }

    /** The code in {@code CodeSystem/court-message}, such as {@code hearing-notice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Event event() {
        return event;
    }

    static Optional<OrderKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
