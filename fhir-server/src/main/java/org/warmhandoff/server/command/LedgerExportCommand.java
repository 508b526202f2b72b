package org.warmhandoff.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.warmhandoff.server.ledger.LedgerFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the disclosure ledger into a file. */
@Command(
        name = "ledger-export",
        mixinStandardHelpOptions = true,
        description = "Writes the disclosure ledger as NDJSON, for verify-ledger or a verifier of your own.")
final class LedgerExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Where to; replaced when it is there.")
    private Path file = Path.of("ledger.ndjson");

    @Override
    public Integer call() throws Exception {
        LedgerLook database = new LedgerLook(spec.commandLine());
        Path parent = file.toAbsolutePath().getParent();
        if (file.toString().startsWith("--")
                || parent == null
                || !Files.isDirectory(parent)
                || Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), "\"" + file + "\" names no file in a folder that exists");
        }
        return database.run((visit, data) -> {
            try {
                long entries = LedgerFiles.export(visit.connection(), file, database::progress);
                spec.commandLine().getOut().println(entries + " entries written to " + file);
                return 0;
            } catch (IOException e) {
                spec.commandLine()
                        .getErr()
                        .println(file + " cannot be written (" + e.getClass().getSimpleName() + ")");
                return 1;
            }
        });
    }
}
