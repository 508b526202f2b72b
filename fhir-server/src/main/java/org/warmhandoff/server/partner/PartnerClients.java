package org.warmhandoff.server.partner;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.partner.Partner;

/** Finds the clients of partners as they are now. An id that two partners claim is nobody's. */
@Service
public class PartnerClients {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerClients.class);

    private final LivePartners live;
    private volatile @Nullable Indexed indexed;

    PartnerClients(LivePartners live) {
        this.live = live;
    }

    private record Indexed(LivePartners.State of, Map<String, PartnerClient> byId) {}

    public Optional<PartnerClient> byId(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** By their ids. */
    public Map<String, PartnerClient> all() {
        LivePartners.State state = live.state();
        Indexed known = indexed;
        if (known == null || known.of() != state) {
            known = new Indexed(state, index(state));
            indexed = known;
        }
        return known.byId();
    }

    private static Map<String, PartnerClient> index(LivePartners.State state) {
        Map<String, PartnerClient> byId = new HashMap<>();
        Map<String, String> twice = new HashMap<>();
        for (Partner partner : state.partners().all()) {
            PartnerProperties.Entry configured = state.configured().get(partner.id());
            PartnerProperties.Entry entry =
                    configured == null ? state.stored().entries().get(partner.id()) : configured;
            PartnerProperties.Client client = entry == null ? null : entry.client();
            if (client != null && client.id() != null && client.jwks() != null) {
                String scopes = client.scopes() == null ? "" : client.scopes();
                PartnerClient other = byId.put(
                        client.id(),
                        new PartnerClient(
                                client.id(), partner.id(), partner.kind(), client.jwks(), scopes, configured != null));
                if (other != null) {
                    twice.put(client.id(), partner.id() + " and " + other.partner());
                }
            }
        }
        twice.forEach((id, partners) -> {
            LOG.error("client {} is claimed by partners {}: it gets no token", id, partners);
            byId.remove(id);
        });
        return Map.copyOf(byId);
    }
}
