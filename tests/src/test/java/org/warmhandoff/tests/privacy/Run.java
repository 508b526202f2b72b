package org.warmhandoff.tests.privacy;

import java.nio.file.Path;
import java.util.List;

/** One comparison of two servers, from what they offer and hold to the report; {@code -Dprivacy.seed} repeats its choices. */
record Run(Side without, Side with, String overseer) {

    static final long SEED = Long.getLong("privacy.seed", System.currentTimeMillis() % 1_000_000);

    Findings ask(String name, List<String> principals, int requests) {
        Stored stored = new Stored(without, with, overseer);
        Offered offered = stored.offered();
        List<Probe> probes = new Corpus(SEED, offered, stored.values(offered)).of(requests);
        Findings findings = new Comparison(without, with).run(principals, probes);
        Path report = Report.write(name, SEED, without.base(), findings);
        System.out.println(name + ": seed " + SEED + ", " + findings.asked() + " requests, "
                + findings.differences().size() + " differ, " + report.toAbsolutePath());
        return findings;
    }
}
