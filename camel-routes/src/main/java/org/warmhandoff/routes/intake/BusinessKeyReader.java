package org.warmhandoff.routes.intake;

import java.util.Set;

/** Reads from the messages of some dialects what operators search them by. Pure, thread-safe, lenient: never throws. */
public interface BusinessKeyReader {

    boolean reads(Dialect dialect);

    /** Empty for what cannot be read. */
    Set<BusinessKey> keys(InboundMessage message);
}
