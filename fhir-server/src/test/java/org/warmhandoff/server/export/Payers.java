package org.warmhandoff.server.export;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** Two payers and a hospital. */
final class Payers {

    static final String NAIC = "urn:oid:2.16.840.1.113883.6.300";
    static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    static final PartnerDirectory DIRECTORY = new Directory(List.of(
            partner("acme-health", "Acme Health", PartnerKind.PAYER, new PartnerIdentifier(NAIC, "PAY01")),
            partner("beta-health", "Beta Health", PartnerKind.PAYER, new PartnerIdentifier(NAIC, "PAY02")),
            partner("mercy", "Mercy Hospital", PartnerKind.HOSPITAL, new PartnerIdentifier(NPI, "1093817465"))));

    private Payers() {}

    private static Partner partner(String id, String name, PartnerKind kind, PartnerIdentifier identifier) {
        return new Partner(id, name, kind, List.of(identifier), null, null, false, List.of());
    }

    private record Directory(Collection<Partner> all) implements PartnerDirectory {

        @Override
        public Optional<Partner> byId(String id) {
            return all.stream().filter(partner -> partner.id().equals(id)).findFirst();
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
