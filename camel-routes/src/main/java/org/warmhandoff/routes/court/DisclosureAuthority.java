package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why the disclosure is allowed: a written consent (42 CFR 2.35) or a court order under subpart E.
 *
 * @param id of the Consent or of the order
 * @param expires null where an event ends it
 * @param documentHash SHA-256 of the signed document in hex, null when the document is not on file
 * @param terms what a consent covers by its own terms, in words; null when that is not known
 */
public record DisclosureAuthority(
        Kind kind, String id, @Nullable LocalDate expires, @Nullable String documentHash, @Nullable String terms) {

    /** One whose terms nobody can read any more, or which is an order. */
    public DisclosureAuthority(Kind kind, String id, @Nullable LocalDate expires, @Nullable String documentHash) {
        this(kind, id, expires, documentHash, null);
    }

    /** The codes of {@code tr:DisclosureAuthority/@type}. */
    public enum Kind {
        CONSENT_2_35("consent-2.35"),
        ORDER_2_64("order-2.64"),
        ORDER_2_65("order-2.65");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** The paragraph of 42 CFR that allows it. */
        String paragraph() {
            return code.substring(code.indexOf('-') + 1);
        }

        boolean consent() {
            return this == CONSENT_2_35;
        }
    }

    public DisclosureAuthority {
        id = PlainText.clean(id);
        terms = terms == null ? null : PlainText.clean(terms);
        documentHash = documentHash == null ? null : documentHash.toLowerCase(Locale.ROOT);
    }
}
