package org.warmhandoff.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.ledger.FileVerification;
import org.warmhandoff.server.ledger.LedgerFiles;
import org.warmhandoff.server.ledger.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether the disclosure ledger is as it was written. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies the disclosure ledger: of the database, beside a running server or without one,",
            "or of a file that ledger-export wrote. Exit code 1 names the first wrong sequence number."
        })
final class VerifyLedgerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--key",
            paramLabel = "ID",
            description = "The only key that checkpoints may be signed with, as you noted it; may be repeated.")
    private Set<String> trusted = Set.of();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An export; without it, the database.")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
        LedgerLook database = new LedgerLook(spec.commandLine());
        Path export = file;
        if (export == null || export.toString().startsWith("--")) {
            return database.run((visit, data) -> say(LedgerFiles.verify(visit.connection(), data, database::progress)));
        }
        if (!Files.isRegularFile(export)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + export);
        }
        try {
            return say(FileVerification.of(export, database::progress));
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(export + " cannot be read (" + e.getClass().getSimpleName() + ")");
            return 1;
        }
    }

    private int say(Verdict verdict) {
        if (verdict instanceof Verdict.Wrong wrong) {
            return failed("Entry " + wrong.seq() + " " + wrong.reason());
        }
        Verdict.Fine fine = (Verdict.Fine) verdict;
        String keys = fine.keys().isEmpty() ? "no key" : String.join(", ", new TreeSet<>(fine.keys()));
        if (!trusted.isEmpty() && !trusted.containsAll(fine.keys())) {
            return failed("Signed with a key that is not trusted: " + keys);
        }
        spec.commandLine()
                .getOut()
                .println("Fine: " + fine.entries() + " entries; " + fine.signed() + " of them signed with " + keys
                        + (fine.unsealed() == 0
                                ? ""
                                : "; " + fine.unsealed() + " not sealed yet, a running server does that"));
        return 0;
    }

    private int failed(String reason) {
        spec.commandLine().getErr().println(reason);
        return 1;
    }
}
