package org.warmhandoff.server.identity;

import java.util.Optional;

/** Who made the HTTP request that this thread works on. */
@FunctionalInterface
public interface CurrentCaller {

    /** Empty when nobody is known, or no request is under way: whoever asks must then fail closed. */
    Optional<Caller> caller();
}
