/** What was disclosed and what was denied, to whom and why: append-only, chained, verifiable without the server (42 CFR 2.25). */
@NullMarked
package org.warmhandoff.server.ledger;

import org.jspecify.annotations.NullMarked;
