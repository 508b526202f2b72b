package org.warmhandoff.server.partner;

import java.util.Collection;
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

/** The partners of the configuration. Immutable. */
final class ConfiguredPartners implements PartnerDirectory {

    private final Map<String, Partner> byId = new LinkedHashMap<>();

    /** Takes partners whose ids and MLLP senders are unique, or throws {@link InvalidPartner}. */
    ConfiguredPartners(List<Partner> partners) {
        for (Partner partner : partners) {
            String where = "warmhandoff.partners (" + partner.id() + ")";
            MllpSender sender = partner.mllpSender();
            if (sender != null) {
                bySender(sender.application(), sender.facility()).ifPresent(other -> {
                    throw new InvalidPartner(where + ".mllp-sender", "is the one of \"" + other.id() + "\" too");
                });
            }
            if (byId.put(partner.id(), partner) != null) {
                throw new InvalidPartner(where + ".id", "is there twice");
            }
        }
    }

    @Override
    public Collection<Partner> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Optional<Partner> byId(String id) {
        return Optional.ofNullable(byId.get(id.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<Partner> bySender(String application, String facility) {
        return first(partner -> {
            MllpSender sender = partner.mllpSender();
            return sender != null
                    && sender.application().equalsIgnoreCase(application.strip())
                    && sender.facility().equalsIgnoreCase(facility.strip());
        });
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
        return byId.values().stream().filter(condition).findFirst();
    }
}
