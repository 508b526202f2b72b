package org.warmhandoff.server.labels;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** Partners by id alone. */
record FewPartners(List<Partner> all) implements PartnerDirectory {

    /** Two hosted programmes, {@code sunrise} of Part 2 and {@code dbt} not; {@code harbor} is a rehab of Part 2. */
    static FewPartners usual() {
        return new FewPartners(List.of(
                partner("mercy", PartnerKind.HOSPITAL, false),
                partner("harbor", PartnerKind.REHAB, true),
                partner("acme", PartnerKind.PAYER, false),
                partner("sunrise", PartnerKind.IOP_PROGRAM, true),
                partner("dbt", PartnerKind.IOP_PROGRAM, false)));
    }

    FewPartners without(String id) {
        return new FewPartners(
                all.stream().filter(partner -> !partner.id().equals(id)).toList());
    }

    private static Partner partner(String id, PartnerKind kind, boolean part2) {
        PartnerEndpoint endpoint =
                kind == PartnerKind.IOP_PROGRAM ? null : new PartnerEndpoint.Folder(Path.of("/tmp", id));
        return new Partner(id, id, kind, List.of(), null, endpoint, part2, List.of());
    }

    @Override
    public Optional<Partner> byId(String id) {
        return all.stream().filter(partner -> partner.id().equalsIgnoreCase(id)).findFirst();
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
