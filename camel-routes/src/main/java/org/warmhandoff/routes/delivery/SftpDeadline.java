package org.warmhandoff.routes.delivery;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a connection that lasts too long. The library's own timeouts are for one read each, and a server that stays
 * alive without answering passes them all.
 */
public final class SftpDeadline implements AutoCloseable {

    private final long end;
    private final Executor atTheEnd;
    private @Nullable CompletableFuture<Void> pending;

    private SftpDeadline(Duration duration) {
        this.end = System.nanoTime() + duration.toNanos();
        this.atTheEnd = CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static SftpDeadline after(Duration duration) {
        return new SftpDeadline(duration);
    }

    void breaks(Session session) {
        pending = CompletableFuture.runAsync(session::disconnect, atTheEnd);
    }

    public boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    @Override
    public void close() {
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
