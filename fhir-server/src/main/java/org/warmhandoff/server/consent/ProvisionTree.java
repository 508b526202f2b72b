package org.warmhandoff.server.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.Provision;

/** The provisions of a Consent as the rules know them: an outer one, and exceptions one level deep. */
record ProvisionTree(Provision root, List<Provision> exceptions) {

    /** A permission to nobody, for nothing. */
    private static final Provision VOID = new Provision(true, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** @param whole whether the rest of the Consent can be read; if not, only denials count */
    static ProvisionTree of(Consent consent, ConsentKind kind, boolean permits, boolean whole) {
        if (!consent.hasProvision()) {
            return new ProvisionTree(VOID, List.of());
        }
        ProvisionReader reader = new ProvisionReader(kind);
        ProvisionComponent outer = consent.getProvision();
        Provision denied = reader.denial(outer).orElse(VOID);
        Provision root = !permits ? denied : whole ? reader.permission(outer).orElse(VOID) : VOID;
        List<Provision> exceptions = new ArrayList<>();
        outer.getProvision().forEach(inner -> denials(inner, reader, denied, exceptions));
        if (whole && root != VOID && exceptions.stream().noneMatch(ProvisionReader::deniesEverybody)) {
            outer.getProvision().forEach(inner -> permission(inner, reader)
                    .map(permission -> permission.within(root))
                    .ifPresent(exceptions::add));
        }
        return new ProvisionTree(root, List.copyOf(exceptions));
    }

    /** Of every level; a denial within another may say less than it. */
    private static void denials(
            ProvisionComponent inner, ProvisionReader reader, Provision outer, List<Provision> found) {
        Optional<Provision> read = reader.denial(inner).map(denial -> denial.within(outer));
        if (inner.getType() != ConsentProvisionType.PERMIT) {
            read.ifPresent(found::add);
        }
        inner.getProvision().forEach(deeper -> denials(deeper, reader, read.orElse(outer), found));
    }

    /** One for a time of its own is void: a consent has one time. */
    private static Optional<Provision> permission(ProvisionComponent inner, ProvisionReader reader) {
        return inner.getType() == ConsentProvisionType.PERMIT && !inner.hasPeriod()
                ? reader.permission(inner)
                : Optional.empty();
    }
}
