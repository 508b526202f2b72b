package org.warmhandoff.server.referral.intake;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.files.FileReceipt;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.referral.ReferralIntake;

/** What a court is told in {@code .ack} and {@code .nak}. */
final class CourtReceipts {

    private CourtReceipts() {}

    static String accepted(String messageId, byte[] content, ReferralIntake.Stored stored) {
        String task = "Task/" + stored.referral().ids().task();
        return FileReceipt.accepted(messageId, FileReceipt.digest(content), task)
                .text();
    }

    static String refused(String messageId, byte[] content, Unusable why) {
        return new FileReceipt(messageId, FileReceipt.digest(content), why.code(), why.location(), why.sentence(), null)
                .text();
    }

    /** For a court's message that a worker applies because its node died before it could; others were answered. */
    static @Nullable String late(StoredMessage message, ReferralIntake.Stored stored) {
        return message.message().dialect() == Dialect.COURT
                ? accepted(message.message().controlId(), message.message().body(), stored)
                : null;
    }
}
