package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.util.List;

/** The server's configuration: durable, small, silent about what clients send. */
final class ServerSettings {
    private static final String SETTINGS =
            """
            # Written anew at each start of Warm Handoff. Put your own settings into local.conf beside this file.
            include 'cluster/postgresql.conf'

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica
            wal_compression = on
            max_wal_size = 1GB
            checkpoint_timeout = 15min

            max_connections = 100
            shared_buffers = 192MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            effective_cache_size = 1GB
            random_page_cost = 1.1
            # Short queries only: neither compiling nor spreading them pays.
            jit = off
            max_parallel_workers_per_gather = 0

            autovacuum_naptime = 30s
            autovacuum_vacuum_scale_factor = 0.05
            autovacuum_analyze_scale_factor = 0.02
            autovacuum_vacuum_insert_scale_factor = 0.1

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] '
            log_checkpoints = off

            include_if_exists 'local.conf'

            password_encryption = 'scram-sha-256'
            unix_socket_directories = ''
            # No statement, parameter or value of a client may reach the log: not even through an error's text,
            # which the client gets anyway (log is above error in this list's order).
            log_destination = 'stderr'
            logging_collector = off
            log_min_messages = log
            log_min_error_statement = panic
            log_statement = 'none'
            log_min_duration_statement = -1
            log_min_duration_sample = -1
            log_transaction_sample_rate = 0
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_error_verbosity = terse
            """;

    /** Our two users, from here, with their password; nobody else, whoever makes users in the database. */
    private static final String HOSTS =
            """
            # Written anew at each start of Warm Handoff.
            host all %s,%s 127.0.0.1/32 scram-sha-256
            host all all 0.0.0.0/0 reject
            host all all ::/0 reject
            """
                    .formatted(ServerAddress.ADMINISTRATOR, ServerAddress.APPLICATION);

    private ServerSettings() {}

    static void write(PostgresLayout layout) throws IOException {
        // Read by PostgreSQL, perhaps as another user; holds no secret.
        DurableFiles.write(layout.settings(), SETTINGS, "rw-r--r--");
        DurableFiles.write(layout.hostRules(), HOSTS, "rw-r--r--");
    }

    static List<String> command(PostgresBinaries binaries, PostgresLayout layout, int port) {
        return List.of(
                binaries.postgres(),
                "-D",
                layout.cluster().toString(),
                "-c",
                "config_file=" + layout.settings(),
                "-c",
                "hba_file=" + layout.hostRules(),
                "-c",
                "listen_addresses=" + ServerAddress.HOST,
                "-c",
                "port=" + port);
    }
}
