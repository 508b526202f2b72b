package org.warmhandoff.routes.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.routes.files.FileIntake.Answer;
import org.warmhandoff.routes.files.InboxFolder.Listed;
import org.warmhandoff.routes.partner.Partner;

/**
 * One look into a partner's folder. A file is first renamed to {@code name.processing}, which only one can do; then it is
 * taken in, answered by {@code .ack} or {@code .nak}, and both lie in {@code done} or {@code failed}. Whoever dies on the
 * way leaves {@code name.processing}, with which the next round begins; taking in the same file twice has no effect.
 */
public final class FileRound {

    /** A file of this size is refused unread. */
    static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final int MOST_A_ROUND = 100;
    private static final String LOCKED = ".processing";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,199}");
    private static final Pattern IN_THE_MAKING =
            Pattern.compile(".*\\.(tmp|part|partial|filepart|crdownload|swp)", Pattern.CASE_INSENSITIVE);
    private static final Logger LOG = LoggerFactory.getLogger(FileRound.class);

    private final List<FileIntake> intakes;

    public FileRound(List<FileIntake> intakes) {
        this.intakes = List.copyOf(intakes);
    }

    /** How many files were dealt with. */
    public int run(Partner partner, InboxFolder folder, SeenFiles seen) throws IOException {
        List<Listed> all = folder.list();
        List<Listed> settled = seen.settled(all);
        List<Listed> due = new ArrayList<>();
        all.stream()
                .filter(file -> file.name().endsWith(LOCKED) && seen.mayTry(original(file.name())))
                .forEach(due::add);
        settled.stream()
                .filter(file -> !file.name().endsWith(LOCKED) && ready(partner, file))
                .sorted(Comparator.comparingLong(Listed::modified).thenComparing(Listed::name))
                .forEach(due::add);
        int done = 0;
        for (Listed file : due.subList(0, Math.min(due.size(), MOST_A_ROUND))) {
            String name = original(file.name());
            if (take(partner, folder, file)) {
                seen.settled(name);
                done++;
            } else {
                seen.failed(name);
            }
        }
        return done;
    }

    private static String original(String name) {
        return name.endsWith(LOCKED) ? name.substring(0, name.length() - LOCKED.length()) : name;
    }

    private static boolean ready(Partner partner, Listed file) {
        if (IN_THE_MAKING.matcher(file.name()).matches() || file.name().startsWith(".")) {
            return false;
        }
        if (!PLAIN.matcher(file.name()).matches()) {
            LOG.warn("{}: a file whose name is not plain is left alone", partner.id());
            return false;
        }
        return true;
    }

    private boolean take(Partner partner, InboxFolder folder, Listed file) throws IOException {
        String name = original(file.name());
        if (!PLAIN.matcher(name).matches()) {
            return false;
        }
        String locked = name + LOCKED;
        if (!locked.equals(file.name()) && !lock(folder, name, locked)) {
            return false;
        }
        Taken taken = read(partner, folder, name, locked, file.size());
        if (taken.answer() instanceof Answer.Later) {
            return false;
        }
        settle(folder, name, locked, taken);
        return true;
    }

    /** False when somebody else was quicker. */
    private static boolean lock(InboxFolder folder, String name, String locked) throws IOException {
        try {
            folder.move(name, locked);
            return true;
        } catch (IOException e) {
            if (folder.exists(name) && !folder.exists(locked)) {
                throw e;
            }
            return false;
        }
    }

    private record Taken(Answer answer, String sha256) {}

    private Taken read(Partner partner, InboxFolder folder, String name, String locked, long size) throws IOException {
        if (size > MOST_BYTES) {
            return tooLong();
        }
        byte[] content;
        try {
            content = folder.read(locked, MOST_BYTES);
        } catch (BoundedRead.FileTooLongException e) {
            return tooLong();
        }
        if (content.length != size) {
            // Still being written after all, by one who has it open.
            folder.move(locked, name);
            return new Taken(new Answer.Later(), "");
        }
        return new Taken(answer(partner, name, content), FileReceipt.digest(content));
    }

    private Answer answer(Partner partner, String name, byte[] content) {
        Optional<FileIntake> intake = intakes.stream()
                .filter(candidate -> candidate.takes(partner, name, content))
                .findFirst();
        if (intake.isEmpty()) {
            return refusal("not-supported", "Files of this kind are not taken from this partner.");
        }
        try {
            return intake.get().take(partner, name, content);
        } catch (RuntimeException e) {
            // Only the exception's class is logged: its message may quote the file.
            LOG.warn(
                    "{}: a file was not taken in, to be tried again: {}",
                    partner.id(),
                    e.getClass().getName());
            return new Answer.Later();
        }
    }

    private static Taken tooLong() {
        return new Taken(refusal("too-long", "The file is longer than 16 MB."), "");
    }

    private static Answer refusal(String code, String sentence) {
        return new Answer.Failed(new FileReceipt(null, null, code, null, sentence, null).text());
    }

    /** The answer first: who sees the file moved finds the answer beside it. */
    private static void settle(InboxFolder folder, String name, String locked, Taken taken) throws IOException {
        boolean done = taken.answer() instanceof Answer.Done;
        String target = (done ? "done/" : "failed/") + name;
        if (folder.exists(target)) {
            // Courts use a name again; the digest tells the files apart, and the same file may replace itself.
            String digest = taken.sha256().isEmpty() ? "again" : taken.sha256().substring(0, 12);
            target = target + "~" + digest;
            folder.delete(target);
        }
        if (taken.answer() instanceof Answer.Done accepted && accepted.text() != null) {
            folder.write(target + ".ack", bytes(accepted.text()));
        } else if (taken.answer() instanceof Answer.Failed failed) {
            folder.write(target + ".nak", bytes(failed.text()));
        }
        folder.move(locked, target);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
