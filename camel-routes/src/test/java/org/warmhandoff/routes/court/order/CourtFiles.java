package org.warmhandoff.routes.court.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.court.order.CourtOrderReader.Reading;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** Invented partners, and the messages of src/test/resources/court. */
final class CourtFiles {

    static final Path FOLDER = Path.of("src/test/resources/court");
    static final Partner COURT = partner("county-court", "County Treatment Court", PartnerKind.COURT, "10");
    static final Partner CITY = partner("city-court", "City Drug Court", PartnerKind.COURT, "11");
    static final Partner SUNRISE = partner("sunrise", "Sunrise IOP", PartnerKind.IOP_PROGRAM, "SUN-01");
    static final CourtOrderReader READER = new CourtOrderReader(directory(List.of(COURT, CITY, SUNRISE)));

    private CourtFiles() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(String message) {
        return READER.read(message.getBytes(StandardCharsets.UTF_8), COURT);
    }

    static ReferralMessage usable(String message) {
        ReadReferral read = read(message).read();
        if (read instanceof Usable usable) {
            return usable.message();
        }
        throw new AssertionError(read);
    }

    static Unusable unusable(String message) {
        ReadReferral read = read(message).read();
        if (read instanceof Unusable unusable) {
            return unusable;
        }
        throw new AssertionError("taken");
    }

    static <T extends Resource> List<T> all(ReferralMessage message, Class<T> type) {
        return message.resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
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

    static PartnerDirectory directory(List<Partner> partners) {
        return new PartnerDirectory() {

            @Override
            public Collection<Partner> all() {
                return partners;
            }

            @Override
            public Optional<Partner> byId(String id) {
                return partners.stream()
                        .filter(partner -> partner.id().equalsIgnoreCase(id))
                        .findFirst();
            }

            @Override
            public Optional<Partner> bySender(String application, String facility) {
                return Optional.empty();
            }

            @Override
            public Optional<Partner> byAnyName(String name) {
                return byId(name).or(() -> partners.stream()
                        .filter(partner -> partner.identifiers().stream()
                                .anyMatch(identifier -> identifier.value().equals(name)))
                        .findFirst());
            }
        };
    }

    private static Partner partner(String id, String name, PartnerKind kind, String number) {
        return new Partner(
                id,
                name,
                kind,
                List.of(new PartnerIdentifier("urn:oid:1.2.3", number)),
                null,
                null,
                kind == PartnerKind.IOP_PROGRAM,
                List.of());
    }
}
