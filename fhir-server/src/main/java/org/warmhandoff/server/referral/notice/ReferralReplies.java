package org.warmhandoff.server.referral.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.ReferralRecord;

/** Writes RRI^I12 for a requester that speaks HL7 v2. */
@Component
class ReferralReplies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    String write(String controlId, Instant at, ReferralRecord referral, BusinessStatus told) {
        return String.join(
                "\r",
                "MSH|^~\\&|WARMHANDOFF|HUB|||" + TIME.format(at) + "+0000||RRI^I12^RRI_I12|" + controlId + "|P|2.5.1",
                "MSA|AA|" + referral.replyTo().getOrDefault("controlId", ""),
                "RF1|" + told.rf1() + "^" + told.rf1().display() + "^HL70283|||||" + referral.placer() + "|||||"
                        + referral.ids().task(),
                "");
    }
}
