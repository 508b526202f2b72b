package org.warmhandoff.server.vault;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that message bodies are encrypted with.
 *
 * @param key 32 bytes in base64 each, or {@code file:} and a file that holds them; the first encrypts, all decrypt; none:
 *     the files {@code keys/messages-*.key} of the data directory, of which the last by name encrypts
 */
@ConfigurationProperties("warmhandoff.encryption")
record EncryptionProperties(@DefaultValue List<String> key) {}
