package org.warmhandoff.server.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.ledger.LedgerEntry;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.ConsentStatus;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.Directive;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.part2.Provision;
import org.warmhandoff.server.part2.Purpose;

/** The gate over what a test says is on file. */
final class MemoryGate implements PatientFile, TieSource, CoverageSource {

    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    final List<PatientConsent> consents = new ArrayList<>();
    final Map<String, List<Tie>> ties = new HashMap<>();
    final Map<String, List<Span>> spans = new HashMap<>();
    final List<LedgerEntry> ledger = new ArrayList<>();
    Optional<EmergencyAttestation> emergency = Optional.empty();
    int reads;

    private final Directory partners = new Directory();
    private final RecordGate gate = new RecordGate(
            new Recipients(partners),
            new FactSources(
                    one(this),
                    one(this),
                    one(this),
                    one((user, note) -> user.equals("author")),
                    one(record -> record.fhirType().equals("Subscription") ? Optional.of("rehab") : Optional.empty())),
            one(ledger::addAll),
            Clock.fixed(NOW, ZoneOffset.UTC));

    Passage open(String partner, Purpose purpose) {
        return gate.open(recipient(partner), purpose, Way.READ, "occasion");
    }

    Passage open(Recipient recipient, Purpose purpose) {
        return gate.open(recipient, purpose, Way.READ, "occasion");
    }

    Recipient recipient(String partner) {
        return partners.byId(partner).map(Recipients::of).orElse(Recipients.NOBODY);
    }

    void tie(String partner, String patient, Tie tie) {
        ties.computeIfAbsent(partner + "|" + patient, any -> new ArrayList<>()).add(tie);
    }

    void cover(String payer, String patient, Span span) {
        spans.computeIfAbsent(payer + "|" + patient, any -> new ArrayList<>()).add(span);
    }

    void consent(String id, String patient, ConsentKind kind, Purpose purpose, String... recipients) {
        consents.add(new PatientConsent(
                id,
                patient,
                kind,
                Directive.PART2,
                ConsentStatus.ACTIVE,
                new PatientConsent.Term(
                        NOW.minusSeconds(60), NOW.plusSeconds(60), false, null, null, NOW.plusSeconds(60)),
                true,
                new Provision(true, Set.of(recipients), Set.<ActorKind>of(), Set.of(purpose), Set.of(), Set.of()),
                List.of()));
    }

    @Override
    public List<PatientConsent> consents(String patient) {
        reads++;
        return consents;
    }

    @Override
    public List<CourtOrder> orders(String patient) {
        return List.of();
    }

    @Override
    public Optional<EmergencyAttestation> emergency(String patient, String organisation) {
        return emergency.filter(attested -> attested.organisation().equals(organisation));
    }

    @Override
    public List<Tie> ties(String partner, String patient) {
        return ties.getOrDefault(partner + "|" + patient, List.of());
    }

    @Override
    public List<Span> of(String payer, String patient) {
        return spans.getOrDefault(payer + "|" + patient, List.of());
    }

    static <T> ObjectProvider<T> one(T bean) {
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return bean;
            }

            @Override
            public Stream<T> stream() {
                return Stream.of(bean);
            }
        };
    }

    /** One partner of each kind, under the name of its kind. */
    private static final class Directory implements PartnerDirectory {
        private final Map<String, Partner> partners = new HashMap<>();

        Directory() {
            for (PartnerKind kind : PartnerKind.values()) {
                partners.put(
                        kind.code(),
                        new Partner(kind.code(), kind.code(), kind, List.of(), null, null, false, List.of()));
            }
        }

        @Override
        public Collection<Partner> all() {
            return partners.values();
        }

        @Override
        public Optional<Partner> byId(String id) {
            return Optional.ofNullable(partners.get(id));
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
