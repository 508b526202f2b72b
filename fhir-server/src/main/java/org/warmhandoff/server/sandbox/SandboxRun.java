package org.warmhandoff.server.sandbox;

import java.net.URI;
import java.util.List;

/** The script: which clients are sent where, in which order. */
final class SandboxRun {

    private final Cast cast;
    private final Run run;
    private final URI hub;

    SandboxRun(Cast cast, Run run, URI hub) {
        this.cast = cast;
        this.run = run;
        this.hub = hub;
    }

    List<Chapter> chapters() {
        Referral jordan = new Referral(run, Person.JORDAN, "A");
        Referral avery = new Referral(run, Person.AVERY, "B");
        Referral riley = new Referral(run, Person.RILEY, "C");
        Referral casey = new Referral(run, Person.CASEY, "D");
        CourtChapter court = new CourtChapter(cast, casey);
        return List.of(
                new SignInChapter(cast.callers()).chapter(),
                new HospitalChapter(cast, run, jordan).chapter(),
                new RehabChapter(cast, hub, avery, riley).chapter(),
                court.opening(),
                new CareChapter(cast, run, jordan, List.of(jordan, riley, casey)).chapter(),
                court.reporting(),
                new PayerChapter(cast, jordan, List.of(avery, riley, casey)).chapter());
    }
}
