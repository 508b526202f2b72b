package org.warmhandoff.server.partner;

import static org.warmhandoff.server.partner.PartnerEntryReader.check;
import static org.warmhandoff.server.partner.PartnerEntryReader.required;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Reads where we send to a partner; {@code file:} references are relative to the data directory. */
final class EndpointReader {

    private static final Pattern MAILBOX = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final Path dataDirectory;

    EndpointReader(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    PartnerEndpoint read(PartnerProperties.Endpoint endpoint, String where) {
        String type = required(endpoint.type(), where + ".type");
        if (endpoint.notification() != null) {
            return taskExchange(endpoint, endpoint.notification(), where);
        }
        String address = required(endpoint.address(), where + ".address");
        return switch (type) {
            case "fhir" -> fhir(address, where + ".address");
            case "mllp" -> mllp(endpoint, address, where);
            case "file" -> new PartnerEndpoint.Folder(path(address));
            case "sftp" -> sftp(endpoint, address, where);
            case "direct" -> direct(endpoint, address, where);
            default ->
                throw new InvalidPartner(where + ".type", "\"" + type + "\" is none of fhir, mllp, sftp, file, direct");
        };
    }

    /** The folder that a partner puts files into. */
    PartnerEndpoint inbox(PartnerProperties.Endpoint endpoint, String where) {
        String type = required(endpoint.type(), where + ".type");
        check(type.equals("sftp") || type.equals("file"), where + ".type", "\"" + type + "\" is none of sftp, file");
        return read(endpoint, where);
    }

    Path file(String value) {
        return path(value);
    }

    private static PartnerEndpoint taskExchange(PartnerProperties.Endpoint endpoint, String how, String where) {
        check("fhir".equals(endpoint.type()), where + ".notify", "is for type fhir only");
        check(how.equals("task") || how.equals("none"), where + ".notify", "\"" + how + "\" is none of task, none");
        return how.equals("none")
                ? new PartnerEndpoint.TaskExchange(null)
                : new PartnerEndpoint.TaskExchange(
                        web(required(endpoint.address(), where + ".address"), where + ".address"));
    }

    private static PartnerEndpoint fhir(String address, String where) {
        return new PartnerEndpoint.Fhir(web(address, where));
    }

    private static URI web(String address, String where) {
        URI uri = uri(address, where);
        check(
                ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null,
                where,
                "\"" + address + "\" is no http or https address");
        return uri;
    }

    private PartnerEndpoint mllp(PartnerProperties.Endpoint endpoint, String address, String where) {
        String named = where + ".address";
        URI uri = uri(address.contains("://") ? address : "mllp://" + address, named);
        check(uri.getHost() != null && uri.getPort() > 0, named, "\"" + address + "\" is not of the form host:port");
        check(
                "mllp".equals(uri.getScheme()) || "mllps".equals(uri.getScheme()),
                named,
                "\"" + address + "\" is no mllp or mllps address");
        check(
                endpoint.certificate() == null == (endpoint.privateKey() == null),
                where + ".private-key",
                "goes with certificate");
        PartnerEndpoint.Tls tls = new PartnerEndpoint.Tls(
                optional(endpoint.trust()), optional(endpoint.certificate()), optional(endpoint.privateKey()));
        return new PartnerEndpoint.Mllp(uri.getHost(), uri.getPort(), "mllps".equals(uri.getScheme()) ? tls : null);
    }

    private @Nullable Path optional(@Nullable String value) {
        return value == null ? null : path(value);
    }

    private PartnerEndpoint sftp(PartnerProperties.Endpoint endpoint, String address, String where) {
        URI uri = uri(address, where + ".address");
        check(
                "sftp".equals(uri.getScheme()) && uri.getHost() != null,
                where + ".address",
                "\"" + address + "\" is not of the form sftp://host:port/folder");
        return new PartnerEndpoint.Sftp(
                uri.getHost(),
                uri.getPort() < 0 ? 22 : uri.getPort(),
                uri.getPath(),
                required(endpoint.username(), where + ".username"),
                reference(endpoint.privateKey(), where + ".private-key"),
                reference(endpoint.knownHosts(), where + ".known-hosts"));
    }

    private PartnerEndpoint direct(PartnerProperties.Endpoint endpoint, String address, String where) {
        check(MAILBOX.matcher(address).matches(), where + ".address", "\"" + address + "\" is no mail address");
        return new PartnerEndpoint.Direct(address, reference(endpoint.certificate(), where + ".certificate"));
    }

    private Path reference(@Nullable String value, String where) {
        return path(required(value, where));
    }

    private Path path(String value) {
        check(value.indexOf('\0') < 0, "partner", "names a file that no system has");
        String text = value.startsWith("file:") ? value.substring("file:".length()) : value;
        return dataDirectory.resolve(text.replaceFirst("^//+", "/")).normalize();
    }

    private static URI uri(String address, String where) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new InvalidPartner(where, "\"" + address + "\" is no address");
        }
    }
}
