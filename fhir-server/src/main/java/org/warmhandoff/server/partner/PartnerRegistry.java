package org.warmhandoff.server.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

/** Adds, changes, pauses and removes partners while the server runs, on every node. */
@Service
public class PartnerRegistry {

    private final LivePartners live;
    private final StoredPartners stored;
    private final PartnerMaterialiser materialiser;
    private final ConfigurableEnvironment environment;
    private final PartnerReader reader;
    private final AddedPartnerRules rules;

    PartnerRegistry(
            LivePartners live,
            StoredPartners stored,
            PartnerMaterialiser materialiser,
            ConfigurableEnvironment environment,
            DataDirectoryProperties dataDirectory,
            PartnerApiProperties properties) {
        this.live = live;
        this.stored = stored;
        this.materialiser = materialiser;
        this.environment = environment;
        this.reader = new PartnerReader(dataDirectory.path());
        this.rules = new AddedPartnerRules(dataDirectory.path(), properties.allowLocalAddresses());
    }

    /**
     * A partner as it is known.
     *
     * @param source {@code configuration} or {@code added}
     * @param entry as in the configuration
     * @param conflict why it is left out, null when it is not
     */
    public record Known(String id, String source, boolean paused, JsonNode entry, @Nullable String conflict) {}

    public List<Known> all() {
        LivePartners.State state = live.state();
        List<Known> all = new ArrayList<>();
        state.partners().all().forEach(partner -> known(partner.id(), state).ifPresent(all::add));
        state.conflicts().keySet().stream()
                .filter(id -> !state.configured().containsKey(id))
                .forEach(id -> known(id, state).ifPresent(all::add));
        return all;
    }

    public Optional<Known> find(String id) {
        return known(id, live.state());
    }

    /** Adds or changes a partner; its entry has the keys of the configuration. */
    public synchronized Known put(String id, JsonNode json, String by) {
        LivePartners.State before = live.state();
        if (before.configured().containsKey(id)) {
            throw new PartnerRefused(
                    PartnerRefused.Why.CONFLICT,
                    "Partner " + id + " is in the configuration, which wins: change it there and reload.");
        }
        try {
            PartnerProperties.Entry entry = PartnerReader.entry(json);
            if (!id.equals(entry.id())) {
                throw new InvalidPartner("partner.id", "is not \"" + id + "\", the id of the address");
            }
            Partner partner = reader.partner(entry);
            rules.check(entry, partner);
            uniqueSender(partner, before);
            stored.put(entry, by);
        } catch (InvalidPartner e) {
            throw new PartnerRefused(PartnerRefused.Why.WRONG, String.valueOf(e.getMessage()));
        }
        live.refresh();
        show(before);
        return known(id);
    }

    private static void uniqueSender(Partner partner, LivePartners.State state) {
        if (partner.mllpSender() == null) {
            return;
        }
        state.partners()
                .bySender(
                        partner.mllpSender().application(), partner.mllpSender().facility())
                .filter(other -> !other.id().equals(partner.id()))
                .ifPresent(other -> {
                    throw new PartnerRefused(
                            PartnerRefused.Why.CONFLICT,
                            "partner.mllp-sender: is the one of \"" + other.id() + "\" too");
                });
    }

    /** Removes a partner that was added; nothing of it stays but its FHIR resources, no longer active. */
    public synchronized void remove(String id) {
        LivePartners.State before = live.state();
        removable(id);
        stored.remove(id);
        live.refresh();
        show(before);
    }

    /** Throws {@link PartnerRefused} for a partner that cannot be removed here. */
    public void removable(String id) {
        LivePartners.State state = live.state();
        boolean added = state.stored().entries().containsKey(id);
        if (!added && state.configured().containsKey(id)) {
            throw new PartnerRefused(
                    PartnerRefused.Why.CONFLICT,
                    "Partner " + id + " is in the configuration: remove it there and reload.");
        }
        if (!added) {
            throw unknown(id);
        }
    }

    /** Sends nothing to it until it is resumed; its deliveries wait. */
    public synchronized Known pause(String id, String by) {
        Known partner = known(id);
        stored.pause(partner.id(), by);
        live.refresh();
        return known(id);
    }

    public synchronized Known resume(String id) {
        Known partner = known(id);
        stored.resume(partner.id());
        live.refresh();
        return known(id);
    }

    /** Reads the configuration files anew, on this node. What cannot be used changes nothing. */
    public synchronized Reloaded reload() {
        LivePartners.State before = live.state();
        try {
            PartnerProperties properties = Binder.get(ConfigurationFiles.readAgain(environment))
                    .bind("warmhandoff", PartnerProperties.class)
                    .orElseGet(() -> new PartnerProperties(List.of()));
            live.configure(properties);
        } catch (InvalidPartner e) {
            throw new PartnerRefused(PartnerRefused.Why.WRONG, String.valueOf(e.getMessage()));
        } catch (BindException e) {
            throw new PartnerRefused(PartnerRefused.Why.WRONG, "The configuration cannot be read: " + e.getName());
        } catch (RuntimeException e) {
            throw new PartnerRefused(
                    PartnerRefused.Why.WRONG,
                    "The configuration cannot be read: " + e.getClass().getSimpleName());
        }
        return show(before);
    }

    /** Ids of partners that a reload brought, changed and took away. */
    public record Reloaded(List<String> added, List<String> changed, List<String> removed) {}

    /** Brings the FHIR resources in line with what changed. */
    private Reloaded show(LivePartners.State before) {
        Map<String, Partner> was = new HashMap<>();
        before.partners().all().forEach(partner -> was.put(partner.id(), partner));
        List<Partner> changed = new ArrayList<>();
        Reloaded result = new Reloaded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Partner partner : live.all()) {
            Partner earlier = was.remove(partner.id());
            if (!partner.equals(earlier)) {
                changed.add(partner);
                (earlier == null ? result.added() : result.changed()).add(partner.id());
            }
        }
        materialiser.write(changed);
        was.values().forEach(materialiser::retire);
        result.removed().addAll(was.keySet());
        return result;
    }

    private Known known(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    private static Optional<Known> known(String id, LivePartners.State state) {
        PartnerProperties.Entry configured = state.configured().get(id);
        PartnerProperties.Entry added = state.stored().entries().get(id);
        PartnerProperties.Entry entry = configured == null ? added : configured;
        return entry == null
                ? Optional.empty()
                : Optional.of(new Known(
                        id,
                        configured == null ? "added" : "configuration",
                        state.stored().paused().contains(id),
                        PartnerReader.tree(entry),
                        state.conflicts().get(id)));
    }

    private static PartnerRefused unknown(String id) {
        return new PartnerRefused(PartnerRefused.Why.UNKNOWN, "There is no partner " + Objects.toString(id) + ".");
    }
}
