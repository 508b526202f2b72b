package org.warmhandoff.server.partner;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** A set of partners at one time. Immutable. */
final class ConfiguredPartners implements PartnerDirectory {

    private final Map<String, Partner> byId = new LinkedHashMap<>();
    private final Map<String, Partner> bySender = new HashMap<>();
    private final List<Partner> all;

    /** Takes partners whose ids and MLLP senders are unique, or throws {@link InvalidPartner}. */
    ConfiguredPartners(List<Partner> partners) {
        for (Partner partner : partners) {
            String where = "warmhandoff.partners (" + partner.id() + ")";
            MllpSender sender = partner.mllpSender();
            if (sender != null) {
                Partner other = bySender.put(senderKey(sender.application(), sender.facility()), partner);
                if (other != null) {
                    throw new InvalidPartner(where + ".mllp-sender", "is the one of \"" + other.id() + "\" too");
                }
            }
            if (byId.put(partner.id(), partner) != null) {
                throw new InvalidPartner(where + ".id", "is there twice");
            }
        }
        all = List.copyOf(byId.values());
    }

    @Override
    public Collection<Partner> all() {
        return all;
    }

    @Override
    public Optional<Partner> byId(String id) {
        return Optional.ofNullable(byId.get(id.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<Partner> bySender(String application, String facility) {
        return Optional.ofNullable(bySender.get(senderKey(application, facility)));
    }

    /** Looked up for each message, so not by a walk over all partners. */
    private static String senderKey(String application, String facility) {
        return application.strip().toLowerCase(Locale.ROOT) + "\n"
                + facility.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Partner> byAnyName(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return Stream.<Optional<Partner>>of(
                        byId(wanted),
                        first(partner -> wanted.equalsIgnoreCase(facility(partner))),
                        first(partner -> partner.identifiers().stream()
                                .anyMatch(identifier -> identifier.value().equalsIgnoreCase(wanted))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable String facility(Partner partner) {
        MllpSender sender = partner.mllpSender();
        return sender == null ? null : sender.facility();
    }

    private Optional<Partner> first(Predicate<Partner> condition) {
        return all.stream().filter(condition).findFirst();
    }
}
