package org.warmhandoff.routes.court.order;

import java.util.Locale;
import java.util.Optional;
import org.warmhandoff.routes.court.order.CourtOrder.CourtDocument;

/** Which of a court's documents are kept; what courts call them varies. */
final class DocumentKinds {

    private DocumentKinds() {}

    /** Empty for a document that a programme does not need. */
    static Optional<CourtDocument.Type> of(String category) {
        String plain = plain(category);
        if (plain.contains("release") || plain.contains("authorization") || plain.contains("consent")) {
            return Optional.of(CourtDocument.Type.RELEASE_OF_INFORMATION);
        }
        return plain.contains("order") ? Optional.of(CourtDocument.Type.COURT_ORDER) : Optional.empty();
    }

    /** What a lead document of an ECF filing wants; empty when a programme cannot act on it. */
    static Optional<OrderKind> filing(String category) {
        String plain = plain(category);
        if (plain.contains("vacat") || plain.contains("dismiss")) {
            return Optional.of(OrderKind.ORDER_VACATED);
        }
        if (plain.contains("hearing")) {
            return Optional.of(OrderKind.HEARING_NOTICE);
        }
        if (plain.contains("order")) {
            boolean changed = plain.contains("modif") || plain.contains("amend");
            return Optional.of(changed ? OrderKind.ORDER_MODIFIED : OrderKind.COURT_ORDER_TREATMENT);
        }
        return plain.contains("release") ? Optional.of(OrderKind.ROI_SIGNED) : Optional.empty();
    }

    /** Whether a filing wants records instead of treatment. */
    static boolean disclosure(String category) {
        String plain = plain(category);
        return plain.contains("subpoena") || plain.contains("disclos");
    }

    private static String plain(String category) {
        return category.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
    }
}
