package org.warmhandoff.routes.hl7v2.datatype;

import java.time.ZoneId;

/**
 * What the conversion of one message's data types needs.
 *
 * @param assigners the identifier systems of the sender
 * @param zone where a time without an offset was written
 */
public record Conversion(Assigners assigners, ZoneId zone, SsnGuard ssnGuard, Notes notes) {}
