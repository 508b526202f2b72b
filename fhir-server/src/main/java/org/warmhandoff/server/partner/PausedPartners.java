package org.warmhandoff.server.partner;

/** To whom nothing is sent for now. What they send is taken in all the same. */
@FunctionalInterface
public interface PausedPartners {

    boolean paused(String partnerId);
}
