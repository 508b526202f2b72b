package org.warmhandoff.routes.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Writes a test file into a folder, reads it back and deletes it. */
final class FolderProbe implements PartnerProbe {

    @Override
    public boolean probes(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Folder;
    }

    @Override
    public List<ProbeStep> connect(Partner partner) {
        Scorecard card = new Scorecard();
        connect(folder(partner), card);
        return card.steps();
    }

    @Override
    public List<ProbeStep> check(Partner partner) {
        Scorecard card = new Scorecard();
        Path folder = folder(partner);
        if (connect(folder, card)) {
            TestFile file = TestFile.make();
            Path path = folder.resolve(file.name());
            boolean written = card.add("takes a file", () -> {
                Files.write(path, file.content());
                return file.content().length + " bytes";
            });
            if (written) {
                card.add("gives it back unchanged", () -> {
                    if (!Arrays.equals(Files.readAllBytes(path), file.content())) {
                        throw new Scorecard.Failed("other content");
                    }
                    return "same content";
                });
                card.add("lets us clear up", () -> Files.deleteIfExists(path) ? "deleted" : "was gone");
            }
        }
        return card.steps();
    }

    private static boolean connect(Path folder, Scorecard card) {
        return card.add("folder is there", () -> {
            Files.createDirectories(folder);
            return "writable by the server";
        });
    }

    private static Path folder(Partner partner) {
        if (partner.endpoint() instanceof PartnerEndpoint.Folder folder) {
            return folder.path();
        }
        throw new IllegalArgumentException("not a folder");
    }
}
