package org.warmhandoff.server.identity.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.partner.PartnerClient;
import org.warmhandoff.server.partner.PartnerClients;

/** Finds who may ask for tokens now. What another node adds or revokes is known here within seconds. */
@Service
public class ClientDirectory {

    private static final long STALE_AFTER = TimeUnit.SECONDS.toNanos(2);

    private final StoredClients stored;
    private final PartnerClients ofPartners;
    private final PartnerDirectory partners;
    private volatile @Nullable Snapshot snapshot;

    ClientDirectory(StoredClients stored, PartnerClients ofPartners, PartnerDirectory partners) {
        this.stored = stored;
        this.ofPartners = ofPartners;
        this.partners = partners;
    }

    private record Snapshot(Map<String, StoredClients.Row> byId, long at) {}

    /** Nobody who was revoked, or whose partner is gone. */
    public Optional<Client> find(String id) {
        StoredClients.Row row = snapshot().byId().get(id);
        if (row != null) {
            return row.revokedAt() == null ? client(row) : Optional.empty();
        }
        return ofPartners.byId(id).map(ClientDirectory::client);
    }

    List<StoredClients.Row> storedOnes() {
        return List.copyOf(snapshot().byId().values());
    }

    void changed() {
        snapshot = null;
    }

    private Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known == null || System.nanoTime() - known.at() > STALE_AFTER) {
            Map<String, StoredClients.Row> byId = new HashMap<>();
            stored.all().forEach(row -> byId.put(row.id(), row));
            known = new Snapshot(Map.copyOf(byId), System.nanoTime());
            snapshot = known;
        }
        return known;
    }

    private static Client client(PartnerClient client) {
        return new Client(
                client.id(),
                Caller.Kind.PARTNER,
                client.partner(),
                Set.of(),
                SmartScope.split(client.scopes()),
                purpose(client.kind()),
                KeySource.of(client.jwks(), client.configured()),
                List.of());
    }

    private Optional<Client> client(StoredClients.Row row) {
        Purpose purpose = Purpose.TREAT;
        if (row.partner() != null) {
            var partner = partners.byId(row.partner());
            if (partner.isEmpty()) {
                return Optional.empty();
            }
            purpose = purpose(partner.get().kind());
        }
        KeySource keys = row.keyAddress() != null
                ? new KeySource.Address(row.keyAddress(), false)
                : row.keySet() == null ? null : new KeySource.Inline(row.keySet());
        return Optional.of(new Client(
                row.id(),
                row.partner() == null ? Caller.Kind.STAFF : Caller.Kind.PARTNER,
                row.partner(),
                row.partner() == null ? row.roles() : Set.<Role>of(),
                row.scopes(),
                purpose,
                keys,
                row.redirectUris()));
    }

    private static Purpose purpose(PartnerKind kind) {
        return switch (kind) {
            case PAYER -> Purpose.HPAYMT;
            case COURT -> Purpose.HLEGAL;
            case HOSPITAL, REHAB, IOP_PROGRAM, LAB -> Purpose.TREAT;
        };
    }
}
