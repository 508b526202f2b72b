package org.warmhandoff.routes.matrix;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** The invented partners of the matrix. */
final class Parties implements PartnerDirectory {

    static final Partner MERCY = new Partner(
            "mercy",
            "Mercy Hospital",
            PartnerKind.HOSPITAL,
            List.of(new PartnerIdentifier("http://hl7.org/fhir/sid/us-npi", "1093817465")),
            new MllpSender("EPIC", "MERCYHOSP"),
            null,
            false,
            List.of());
    static final Partner COURT = new Partner(
            "county-court", "County Treatment Court", PartnerKind.COURT, List.of(), null, null, false, List.of());
    static final Partner SUNRISE = new Partner(
            "sunrise",
            "Sunrise IOP",
            PartnerKind.IOP_PROGRAM,
            List.of(new PartnerIdentifier("urn:oid:2.999.4711.20", "SUN-01")),
            new MllpSender("IOPHUB", "SUNRISE"),
            new PartnerEndpoint.Folder(Path.of("out")),
            true,
            List.of("2.1"));

    @Override
    public Collection<Partner> all() {
        return List.of(MERCY, COURT, SUNRISE);
    }

    @Override
    public Optional<Partner> byId(String id) {
        return all().stream()
                .filter(partner -> partner.id().equalsIgnoreCase(id))
                .findFirst();
    }

    @Override
    public Optional<Partner> bySender(String application, String facility) {
        return facility.equals("MERCYHOSP") ? Optional.of(MERCY) : Optional.empty();
    }

    @Override
    public Optional<Partner> byAnyName(String name) {
        return byId(name).or(() -> all().stream()
                .filter(partner -> partner.identifiers().stream()
                        .anyMatch(identifier -> identifier.value().equals(name)))
                .findFirst());
    }
}
