package org.warmhandoff.server.delivery;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** Partners with a folder each, known by id alone. */
record FakePartners(List<Partner> partners) implements PartnerDirectory {

    static FakePartners named(String... ids) {
        return new FakePartners(Stream.of(ids).map(FakePartners::partner).toList());
    }

    private static Partner partner(String id) {
        PartnerEndpoint endpoint = new PartnerEndpoint.Folder(Path.of("/tmp", id));
        return new Partner(id, id, PartnerKind.REHAB, List.of(), null, endpoint, true, List.of());
    }

    @Override
    public Collection<Partner> all() {
        return partners;
    }

    @Override
    public Optional<Partner> byId(String id) {
        return partners.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
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
