package org.warmhandoff.server.court;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtFiling;
import org.warmhandoff.routes.court.CourtPackage;
import org.warmhandoff.routes.court.CourtReport;
import org.warmhandoff.routes.court.PackageEncryption;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerIdentifier;

/** Makes the file that a report is sent as: a package, a filing, either encrypted if the court has a key. */
@Component
class CourtFiles {

    private final Clock clock;
    private final String baseUrl;

    CourtFiles(Clock clock, @Value("${warmhandoff.base-url}") String baseUrl) {
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** @param kind of the delivery */
    OutboundMessage of(CourtReport report, Partner court, String kind) {
        OutboundMessage plain = kind.equals(CourtNotices.FILING) ? filing(report, court) : parcel(report, court);
        Path key = court.files().pgpKey();
        return key == null ? plain : encrypted(plain, report, key);
    }

    private static OutboundMessage parcel(CourtReport report, Partner court) {
        CourtPackage made = CourtPackage.of(report);
        return new OutboundMessage(
                court, report.messageId().toString(), CourtPackage.CONTENT_TYPE, made.fileName(), made.body());
    }

    /** A court is known in its filing system by the first of its identifiers. */
    private OutboundMessage filing(CourtReport report, Partner court) {
        String number = court.identifiers().stream()
                .findFirst()
                .map(PartnerIdentifier::value)
                .orElse(court.id());
        CourtFiling made = CourtFiling.of(report, number, baseUrl);
        return new OutboundMessage(
                court, report.messageId().toString(), CourtFiling.CONTENT_TYPE, made.fileName(), made.body());
    }

    private OutboundMessage encrypted(OutboundMessage plain, CourtReport report, Path key) {
        try {
            byte[] body = PackageEncryption.to(key, clock.instant())
                    .encrypt(plain.body(), plain.fileName(), report.createdAt());
            return new OutboundMessage(
                    plain.partner(),
                    plain.messageId(),
                    PackageEncryption.CONTENT_TYPE,
                    plain.fileName() + PackageEncryption.SUFFIX,
                    body);
        } catch (IOException e) {
            // Never unencrypted instead: the delivery is tried again until the key is there.
            throw new UncheckedIOException(e);
        }
    }
}
