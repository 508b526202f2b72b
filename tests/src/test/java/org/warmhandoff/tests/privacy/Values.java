package org.warmhandoff.tests.privacy;

import java.util.List;
import java.util.Random;

/** Of what is stored in both, and of what is withheld; the rest is of nothing at all. */
record Values(Known visible, Known withheld) {

    private static final Known NOTHING = Known.of(List.of());

    /** Withheld more often than not: that is what must not show. */
    Known one(Random random) {
        int side = random.nextInt(8);
        return side < 5 ? withheld : side < 7 ? visible : NOTHING;
    }

    /** For what might change something that both have. */
    Known notVisible(Random random) {
        return random.nextInt(4) > 0 ? withheld : NOTHING;
    }
}
