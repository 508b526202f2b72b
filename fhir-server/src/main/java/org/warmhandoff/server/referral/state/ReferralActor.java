package org.warmhandoff.server.referral.state;

import java.util.Locale;
import java.util.Set;

/** In whose name an event comes. */
public enum ReferralActor {
    /** The partner that sent the referral: hospital, rehab, court, payer's case management. */
    REQUESTER,
    /** The intake of the programme that the referral is for. */
    OWNER,
    /** This server: intake, dispatcher, timers, a consent that became active. */
    SYSTEM,
    /** The client, or who acts for the client. */
    PATIENT,
    PRIVACY_OFFICER;

    /** The hub operator's own workforce: it acts for both sides and as privacy officer, but not as the system. */
    public static final Set<ReferralActor> STAFF = Set.of(OWNER, REQUESTER, PRIVACY_OFFICER);

    public static final Set<ReferralActor> SYSTEM_ALONE = Set.of(SYSTEM);

    /** How documents and error texts name it, such as {@code privacy-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
