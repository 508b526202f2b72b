package org.warmhandoff.server.referral;

/** Hears of every step of every referral, inside the transaction that stores it: what it writes is stored with it. */
public interface ReferralListener {

    void moved(ReferralMove move);

    /** The requester changed what it had sent. */
    default void changed(ReferralChange change) {}
}
