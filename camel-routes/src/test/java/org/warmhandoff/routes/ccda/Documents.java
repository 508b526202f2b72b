package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** Invented documents and partners of the C-CDA tests. */
final class Documents {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T14:30:00Z"), ZONE);
    static final Partner MERCY = partner(
            "mercy",
            "Mercy Hospital",
            PartnerKind.HOSPITAL,
            new PartnerIdentifier("http://hl7.org/fhir/sid/us-npi", "1093817465"));
    static final Partner SUNRISE = partner(
            "sunrise",
            "Sunrise IOP",
            PartnerKind.IOP_PROGRAM,
            new PartnerIdentifier("urn:oid:2.999.4711.20", "SUN-01"));
    static final CcdaReferralReader READER = new CcdaReferralReader(new Listed(List.of(MERCY, SUNRISE)), ZONE, CLOCK);

    private Documents() {}

    static byte[] bytes(String name) {
        try (InputStream in = Documents.class.getResourceAsStream("/ccda/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    static ReferralMessage read(String document) {
        return usable(
                READER.arrive("mercy", "text/xml", document.getBytes(UTF_8)).read());
    }

    static ReferralMessage usable(ReadReferral read) {
        if (read instanceof ReadReferral.Usable usable) {
            return usable.message();
        }
        throw new AssertionError(read);
    }

    static ReadReferral.Unusable refused(byte[] document) {
        if (READER.arrive("mercy", "text/xml", document).read() instanceof ReadReferral.Unusable unusable) {
            return unusable;
        }
        throw new AssertionError("was taken");
    }

    static ReadReferral.Unusable refused(String document) {
        return refused(document.getBytes(UTF_8));
    }

    static <T extends Resource> List<T> all(ReferralMessage message, Class<T> type) {
        return message.resources().getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static <T extends Resource> T only(ReferralMessage message, Class<T> type) {
        List<T> found = all(message, type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    private static Partner partner(String id, String name, PartnerKind kind, PartnerIdentifier identifier) {
        return new Partner(id, name, kind, List.of(identifier), null, null, kind.part2ByDefault(), List.of());
    }

    record Listed(Collection<Partner> all) implements PartnerDirectory {

        @Override
        public Optional<Partner> byId(String id) {
            return all.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
        }

        @Override
        public Optional<Partner> bySender(String application, String facility) {
            return Optional.empty();
        }

        @Override
        public Optional<Partner> byAnyName(String name) {
            return byId(name);
        }
    }
}
