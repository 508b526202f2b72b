package org.warmhandoff.server.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.court.CourtMessageType;
import org.warmhandoff.routes.court.CourtReport;
import org.warmhandoff.routes.court.DisclosureAuthority;
import org.warmhandoff.routes.court.Participant;
import org.warmhandoff.routes.court.ReportContent;
import org.warmhandoff.routes.court.ReportedCase;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerFiles;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

class CourtFilesTest {

    private final CourtFiles files = new CourtFiles(Clock.systemUTC(), "https://hub.example");

    @Test
    void a_filing_names_the_court_by_its_number() {
        OutboundMessage filing = files.of(report(), court(PartnerFiles.NONE), CourtNotices.FILING);

        assertThat(filing.fileName()).endsWith(".ecf.xml");
        assertThat(new String(filing.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("<nc:IdentificationID>KC-10</nc:IdentificationID>", "https://hub.example");
    }

    @Test
    void a_package_is_a_zip() {
        assertThat(files.of(report(), court(PartnerFiles.NONE), CourtNotices.KIND)
                        .fileName())
                .endsWith(".zip");
    }

    @Test
    void without_its_key_nothing_leaves_unencrypted() {
        Partner court = court(new PartnerFiles(null, Path.of("no-such-key.asc"), false));

        assertThatThrownBy(() -> files.of(report(), court, CourtNotices.KIND)).isInstanceOf(UncheckedIOException.class);
    }

    private static CourtReport report() {
        return new CourtReport(
                UUID.randomUUID(),
                CourtMessageType.ENROLMENT_NOTICE,
                new ReportedCase("county-court", "County Treatment Court", "CR-1"),
                new Participant("TC-1", null),
                ReportContent.NOTHING,
                new DisclosureAuthority(
                        DisclosureAuthority.Kind.CONSENT_2_35, "roi-1", LocalDate.parse("2027-05-01"), null),
                Instant.parse("2026-11-23T18:30:05Z"));
    }

    private static Partner court(PartnerFiles files) {
        return new Partner(
                "county-court",
                "County Treatment Court",
                PartnerKind.COURT,
                List.of(new PartnerIdentifier("urn:x", "KC-10")),
                null,
                null,
                false,
                List.of(),
                files);
    }
}
