package org.warmhandoff.server.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** Which PostgreSQL this server uses, the embedded one or the configured one, and how it gets in. */
record DatabaseAddress(String jdbcUrl, @Nullable String username, @Nullable String password)
        implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public @Nullable String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + username + "]";
    }
}
