package org.warmhandoff.server.identity.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.warmhandoff.server.postgres.DataDirectoryProperties;

/** Finds the public key that a client says it signed with. Files are read again when they change. */
@Service
public class ClientKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ClientKeys.class);
    private static final long LARGEST_FILE = 256 * 1024;

    private final Path dataDirectory;
    private final RemoteKeys remote;
    private final Map<String, ReadFile> files = new ConcurrentHashMap<>();

    ClientKeys(DataDirectoryProperties dataDirectory, RemoteKeys remote) {
        this.dataDirectory = dataDirectory.path();
        this.remote = remote;
    }

    private record ReadFile(FileTime at, long size, List<JWK> keys) {}

    /** Public parts only; empty when the client has no such key. */
    public Optional<JWK> find(Client client, String kid) {
        return client.keys() == null ? Optional.empty() : find(client.keys(), client.id(), kid);
    }

    /** @param whose for the log */
    public Optional<JWK> find(KeySource source, String whose, String kid) {
        if (source instanceof KeySource.Inline inline) {
            return named(parsed(inline.keySet(), whose), kid);
        } else if (source instanceof KeySource.InFile file) {
            return named(inFile(file.name(), whose), kid);
        } else if (source instanceof KeySource.Address address) {
            return remote.find(address, kid);
        }
        return Optional.empty();
    }

    static Optional<JWK> named(List<JWK> keys, String kid) {
        List<JWK> found =
                keys.stream().filter(key -> kid.equals(key.getKeyID())).toList();
        // Two of one name are no name.
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<JWK> inFile(String name, String client) {
        Path file = dataDirectory.resolve(name);
        try {
            FileTime at = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            ReadFile known = files.get(name);
            if (known == null || !known.at().equals(at) || known.size() != size) {
                if (size > LARGEST_FILE) {
                    throw new IOException("too large");
                }
                known = new ReadFile(at, size, parsed(Files.readString(file), client));
                files.put(name, known);
            }
            return known.keys();
        } catch (IOException e) {
            LOG.warn(
                    "keys of client {} cannot be read ({})",
                    client,
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static List<JWK> parsed(String keySet, String client) {
        try {
            return publicOnes(keySet);
        } catch (ParseException e) {
            LOG.warn("keys of client {} are no JSON Web Key Set", client);
            return List.of();
        }
    }

    /** Asymmetric keys; a secret in a set that anybody may see is none. */
    static List<JWK> publicOnes(String keySet) throws ParseException {
        return JWKSet.parse(keySet).toPublicJWKSet().getKeys();
    }
}
