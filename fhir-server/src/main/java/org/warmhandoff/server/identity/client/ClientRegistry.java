package org.warmhandoff.server.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.delivery.GuardedDownload;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.partner.PartnerClients;

/** Adds, lists and revokes clients while the server runs. An id that was revoked stays taken. */
@Service
class ClientRegistry {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** What sessions of people call as. */
    private static final String OF_SESSIONS = "console";

    private static final Set<String> OF_APPS =
            Set.of("launch/patient", "offline_access", "online_access", "openid", "fhirUser");

    private final StoredClients stored;
    private final ClientDirectory directory;
    private final PartnerClients ofPartners;
    private final PartnerDirectory partners;
    private final GuardedDownload download;

    ClientRegistry(
            StoredClients stored,
            ClientDirectory directory,
            PartnerClients ofPartners,
            PartnerDirectory partners,
            GuardedDownload download) {
        this.stored = stored;
        this.directory = directory;
        this.ofPartners = ofPartners;
        this.partners = partners;
        this.download = download;
    }

    /** @param source {@code configuration} of its partner, or {@code added} */
    record Known(
            String id,
            @Nullable String partner,
            String source,
            String scopes,
            List<String> redirectUris,
            boolean revoked) {}

    List<Known> all() {
        List<Known> all = new ArrayList<>();
        ofPartners
                .all()
                .values()
                .forEach(client -> all.add(
                        new Known(client.id(), client.partner(), "partner", client.scopes(), List.of(), false)));
        directory
                .storedOnes()
                .forEach(row -> all.add(new Known(
                        row.id(),
                        row.partner(),
                        "added",
                        row.scopes().stream().sorted().collect(Collectors.joining(" ")),
                        row.redirectUris(),
                        row.revokedAt() != null)));
        all.sort(Comparator.comparing(Known::id));
        return all;
    }

    Known add(ClientEntry entry, String by) {
        String id = String.valueOf(entry.id());
        if (!ID.matcher(id).matches() || id.equals(OF_SESSIONS)) {
            throw ClientRefused.wrong(
                    "id: must be letters, digits, dots, dashes and underscores, at most 100, and not " + OF_SESSIONS);
        }
        if (entry.partner() != null && partners.byId(entry.partner()).isEmpty()) {
            throw ClientRefused.wrong("partner: there is none of that id");
        }
        StoredClients.Row row = row(id, entry, by);
        if (ofPartners.byId(id).isPresent() || !stored.add(row)) {
            throw new ClientRefused(ClientRefused.Why.CONFLICT, "There is, or was, a client " + id + ".");
        }
        directory.changed();
        return new Known(id, row.partner(), "added", String.join(" ", row.scopes()), row.redirectUris(), false);
    }

    private StoredClients.Row row(String id, ClientEntry entry, String by) {
        JsonNode jwks = entry.jwks();
        boolean app = !entry.redirectUris().isEmpty();
        if ((jwks == null || jwks.isNull()) && !app) {
            throw ClientRefused.wrong("jwks: a system needs keys; give a key set or its https address");
        }
        return new StoredClients.Row(
                id,
                entry.partner(),
                jwks != null && jwks.isObject() ? KeyRules.checked(jwks.toString()) : null,
                jwks != null && !jwks.isNull() && !jwks.isObject() ? address(jwks.asText()) : null,
                scopes(entry, app),
                roles(entry),
                RedirectUris.checked(entry.redirectUris()),
                null,
                by,
                null);
    }

    private String address(String url) {
        try {
            download.fault(URI.create(url)).ifPresent(fault -> {
                throw ClientRefused.wrong("jwks: " + fault);
            });
            return url;
        } catch (IllegalArgumentException e) {
            throw ClientRefused.wrong("jwks: must be a key set or an https address");
        }
    }

    private static Set<String> scopes(ClientEntry entry, boolean app) {
        Set<String> scopes = SmartScope.split(entry.scopes() == null ? "" : entry.scopes());
        if (scopes.isEmpty()) {
            throw ClientRefused.wrong("scopes: at least one is needed, such as system/Task.rs");
        }
        boolean known = scopes.stream().allMatch(scope -> SmartScope.of(scope)
                .map(one -> app != one.context().equals("system"))
                .orElse(app && OF_APPS.contains(scope)));
        if (!known) {
            throw ClientRefused.wrong(
                    app
                            ? "scopes: must be of the form user/Type.cruds or patient/Type.cruds, or one of "
                                    + OF_APPS.stream().sorted().toList()
                            : "scopes: must be of the form system/Type.cruds");
        }
        return scopes;
    }

    private static Set<Role> roles(ClientEntry entry) {
        if (entry.partner() != null && !entry.roles().isEmpty()) {
            throw ClientRefused.wrong("roles: a partner's client has none");
        }
        return entry.roles().stream()
                .map(code -> Role.of(code).orElseThrow(() -> ClientRefused.wrong("roles: there is no such role")))
                .collect(Collectors.toSet());
    }

    /** Its tokens are refused at once here, and within seconds on other nodes. */
    void revoke(String id) {
        if (Client.STAFF.equals(id)) {
            throw new ClientRefused(
                    ClientRefused.Why.CONFLICT, "The client staff cannot be revoked: commands need it.");
        }
        if (ofPartners.byId(id).isPresent()) {
            throw new ClientRefused(
                    ClientRefused.Why.CONFLICT, "Client " + id + " is in its partner's entry: take it out there.");
        }
        if (!stored.revoke(id)) {
            throw new ClientRefused(ClientRefused.Why.UNKNOWN, "There is no client " + id + ".");
        }
        directory.changed();
    }
}
