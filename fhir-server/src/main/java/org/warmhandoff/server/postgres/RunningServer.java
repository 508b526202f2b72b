package org.warmhandoff.server.postgres;

/** A server that has answered with our password. */
record RunningServer(PostgresProcess process, ServerAddress address, boolean adopted) {}
