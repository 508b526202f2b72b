package org.warmhandoff.server.partner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * What holds for partners that arrive by HTTP and not for those of the configuration: secrets by reference into the data
 * directory only, and no address of this machine (OWASP: server-side request forgery).
 */
record AddedPartnerRules(Path dataDirectory, boolean allowLocalAddresses) {

    private static final String FILE = "file:";

    void check(PartnerProperties.Entry entry, Partner partner) {
        references(entry.endpoint(), "partner.endpoint");
        references(entry.inbox(), "partner.inbox");
        reference(entry.pgpKey(), "partner.pgp-key");
        if (entry.client() != null) {
            reference(entry.client().jwks(), "partner.client.jwks");
        }
        if (entry.tls() != null) {
            reference(entry.tls().certificate(), "partner.tls.certificate");
        }
        address(partner.endpoint(), "partner.endpoint.address");
        address(partner.files().inbox(), "partner.inbox.address");
    }

    private void references(PartnerProperties.@Nullable Endpoint endpoint, String where) {
        if (endpoint != null) {
            reference(endpoint.privateKey(), where + ".private-key");
            reference(endpoint.knownHosts(), where + ".known-hosts");
            reference(endpoint.certificate(), where + ".certificate");
            reference(endpoint.trust(), where + ".trust");
        }
    }

    private void address(@Nullable PartnerEndpoint endpoint, String where) {
        if (endpoint instanceof PartnerEndpoint.Folder folder) {
            inside(folder.path(), where);
        } else if (endpoint != null && !host(endpoint).isEmpty() && !allowLocalAddresses) {
            remote(endpoint, where);
        }
    }

    private void reference(@Nullable String value, String where) {
        if (value == null) {
            return;
        }
        if (!value.startsWith(FILE)) {
            throw new InvalidPartner(where, "must be a reference of the form file:keys/name, never a secret");
        }
        if (value.indexOf('\0') >= 0) {
            throw new InvalidPartner(where, "names a file that no system has");
        }
        inside(dataDirectory.resolve(value.substring(FILE.length()).replaceFirst("^//+", "/")), where);
    }

    private void inside(Path path, String where) {
        if (!path.normalize().startsWith(dataDirectory.normalize())) {
            throw new InvalidPartner(where, "must be inside the data directory");
        }
    }

    private static void remote(PartnerEndpoint endpoint, String where) {
        String host = host(endpoint);
        List<InetAddress> addresses = new ArrayList<>();
        try {
            addresses.addAll(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            throw new InvalidPartner(where, "\"" + host + "\" cannot be resolved");
        }
        if (addresses.stream().anyMatch(AddedPartnerRules::local)) {
            throw new InvalidPartner(
                    where,
                    "\"" + host
                            + "\" is an address of this machine or link-local, which only the configuration may name");
        }
    }

    private static String host(PartnerEndpoint endpoint) {
        if (endpoint instanceof PartnerEndpoint.Fhir fhir) {
            return fhir.address().getHost();
        } else if (endpoint instanceof PartnerEndpoint.Mllp mllp) {
            return mllp.host();
        } else if (endpoint instanceof PartnerEndpoint.TaskExchange exchange) {
            return exchange.hook() == null ? "" : exchange.hook().getHost();
        }
        return endpoint instanceof PartnerEndpoint.Sftp sftp ? sftp.host() : "";
    }

    private static boolean local(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress();
    }
}
