package org.warmhandoff.routes.court.order;

/** An order under subpart E of 42 CFR Part 2 is nothing that a machine may act on. */
final class Disclosure {

    private Disclosure() {}

    static UnusableOrder refused(String path) {
        return new UnusableOrder(
                "business-rule",
                path,
                "An order to disclose needs its subpoena and two people who verify both (42 CFR 2.61 to 2.67);"
                        + " serve it on the programme's privacy officer.");
    }
}
