package org.warmhandoff.server.partner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/**
 * The partners of the configuration and those that were added since, as one directory that may change at any time. Who
 * asks gets one consistent set. The configuration wins: a stored partner that collides with it is left out, and said.
 */
final class LivePartners implements PartnerDirectory, PausedPartners {

    private static final Logger log = LoggerFactory.getLogger(LivePartners.class);

    private final PartnerReader reader;
    private final StoredPartners stored;
    private PartnerProperties configuration;
    private volatile State state;

    /**
     * What is true at one time.
     *
     * @param conflicts stored partners that are left out, and why
     */
    record State(
            ConfiguredPartners partners,
            Map<String, PartnerProperties.Entry> configured,
            StoredPartners.Snapshot stored,
            Map<String, String> conflicts) {}

    LivePartners(PartnerReader reader, StoredPartners stored, PartnerProperties configuration) {
        this.reader = reader;
        this.stored = stored;
        this.configuration = configuration;
        this.state = read(configuration);
    }

    State state() {
        return state;
    }

    /** Takes another configuration; throws {@link InvalidPartner} and changes nothing when it cannot be used. */
    synchronized void configure(PartnerProperties other) {
        state = read(other);
        configuration = other;
    }

    /** Reads anew what is stored. */
    synchronized void refresh() {
        state = read(configuration);
    }

    private State read(PartnerProperties properties) {
        List<Partner> all = new ArrayList<>(reader.configured(properties));
        Map<String, PartnerProperties.Entry> configured = new LinkedHashMap<>();
        properties.partners().forEach(entry -> configured.put(String.valueOf(entry.id()), entry));
        ConfiguredPartners fits = new ConfiguredPartners(all);
        Map<String, String> conflicts = new LinkedHashMap<>();
        StoredPartners.Snapshot snapshot = stored.read();
        for (Map.Entry<String, PartnerProperties.Entry> entry :
                snapshot.entries().entrySet()) {
            Optional<String> conflict = configured.containsKey(entry.getKey())
                    ? Optional.of("the configuration has a partner of this id, which wins")
                    : add(entry.getValue(), fits, all);
            conflict.ifPresent(why -> {
                conflicts.put(entry.getKey(), why);
                log.error("stored partner {} is left out: {}", entry.getKey(), why);
            });
        }
        return new State(new ConfiguredPartners(all), Map.copyOf(configured), snapshot, Map.copyOf(conflicts));
    }

    private Optional<String> add(PartnerProperties.Entry entry, ConfiguredPartners configured, List<Partner> all) {
        try {
            Partner partner = reader.partner(entry);
            if (partner.mllpSender() != null) {
                Optional<Partner> other = configured.bySender(
                        partner.mllpSender().application(), partner.mllpSender().facility());
                if (other.isPresent()) {
                    return Optional.of(
                            "its mllp-sender is the one of \"" + other.get().id() + "\" in the configuration");
                }
            }
            all.add(partner);
            return Optional.empty();
        } catch (InvalidPartner e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Collection<Partner> all() {
        return state.partners().all();
    }

    @Override
    public Optional<Partner> byId(String id) {
        return state.partners().byId(id);
    }

    @Override
    public Optional<Partner> bySender(String application, String facility) {
        return state.partners().bySender(application, facility);
    }

    @Override
    public Optional<Partner> byAnyName(String name) {
        return state.partners().byAnyName(name);
    }

    @Override
    public boolean paused(String partnerId) {
        return state.stored().paused().contains(partnerId);
    }
}
