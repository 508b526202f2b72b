package org.warmhandoff.server.files;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.routes.files.FileRound;
import org.warmhandoff.routes.files.InboxFolder;
import org.warmhandoff.routes.files.InboxFolders;
import org.warmhandoff.routes.files.SeenFiles;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.DaemonThreads;

/** Looks into the folder of every partner that has one. Partners are asked for each time, for they may change. */
final class FilePolling implements RecurringWork, AutoCloseable {

    private static final int LONGEST_PAUSE = 5;
    private static final Logger LOG = LoggerFactory.getLogger(FilePolling.class);

    private final PartnerDirectory partners;
    private final InboxFolders folders;
    private final FileRound round;
    private final FilesProperties properties;
    private final MeterRegistry meters;
    private final ExecutorService threads;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    /** What this node knows of a folder; failures in a row and rounds to leave it alone. */
    private static final class Watched {
        private final SeenFiles seen = new SeenFiles();
        private int failures;
        private int roundsToWait;
    }

    FilePolling(
            PartnerDirectory partners,
            InboxFolders folders,
            FileRound round,
            FilesProperties properties,
            MeterRegistry meters) {
        this.partners = partners;
        this.folders = folders;
        this.round = round;
        this.properties = properties;
        this.meters = meters;
        this.threads = Executors.newFixedThreadPool(properties.threads(), new DaemonThreads("files"));
    }

    @Override
    public String name() {
        return "poll-inboxes";
    }

    @Override
    public Duration every() {
        return properties.pollInterval();
    }

    @Override
    public void run() {
        List<Callable<Boolean>> looks = partners.all().stream()
                .filter(partner -> partner.files().inbox() != null)
                .<Callable<Boolean>>map(partner -> () -> look(partner))
                .toList();
        watched.keySet().removeIf(id -> partners.byId(id).isEmpty());
        try {
            // To the end of all: what runs on after the task is over could meet the next round, on another node.
            threads.invokeAll(looks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look(Partner partner) {
        Watched folder = watched.computeIfAbsent(partner.id(), id -> new Watched());
        if (folder.roundsToWait > 0) {
            folder.roundsToWait--;
            return false;
        }
        try (InboxFolder open =
                folders.open(java.util.Objects.requireNonNull(partner.files().inbox()))) {
            int taken = round.run(partner, open, folder.seen);
            meters.counter("warmhandoff.files.taken", "partner", partner.id()).increment(taken);
            folder.failures = 0;
            return true;
        } catch (IOException | RuntimeException e) {
            failed(partner, folder, e);
            return false;
        }
    }

    /** A folder that cannot be reached is left alone for 1, 2, 4 ... 32 rounds. */
    private void failed(Partner partner, Watched folder, Exception failure) {
        folder.roundsToWait = (1 << Math.min(folder.failures, LONGEST_PAUSE)) - 1;
        folder.failures++;
        meters.counter("warmhandoff.files.failed", "partner", partner.id()).increment();
        LOG.warn(
                "the inbox of {} cannot be read, attempt {}: {}",
                partner.id(),
                folder.failures,
                failure instanceof IOException
                        ? failure.getClass().getSimpleName()
                        : failure.getClass().getName());
        LOG.debug("the inbox of {} cannot be read", partner.id(), failure);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
