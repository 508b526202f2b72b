package org.warmhandoff.server.identity.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Role;

/** A row of what people granted to apps; codes and tokens by digest. */
record GrantRow(
        String id,
        int version,
        String client,
        String user,
        Set<Role> roles,
        @Nullable String patient,
        String scopes,
        String redirectUri,
        String codeChallenge,
        byte[] codeDigest,
        Instant codeExpiresAt,
        boolean codeUsed,
        byte @Nullable [] refreshDigest,
        @Nullable Instant refreshExpiresAt,
        Instant expiresAt,
        @Nullable String nonce) {}
