package org.warmhandoff.routes.ccda;

import java.time.Clock;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.hl7v2.datatype.Notes;
import org.warmhandoff.routes.hl7v2.segment.Resources;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/**
 * A C-CDA R2.1 document that was found fit for use to the canonical referral. What is not mapped is noted; this never throws
 * for what a document says. Safe for use by many threads.
 */
final class CcdaTranslator {

    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone where times without an offset were written
     * @param clock dates a document that carries no date
     */
    CcdaTranslator(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    ReferralMessage translate(CcdaDocument document, Reading.Parties parties) {
        String local = new Assigners(parties.sender().id()).own();
        SocialSecurityNumbers ssn = SocialSecurityNumbers.in(document.root());
        Reading reading = new Reading(
                parties,
                local,
                new Concepts(ssn),
                new Times(zone),
                ssn,
                new Resources(parties.sender().id()),
                new Notes());
        Bundle bundle = new ReferralAssembly(reading, document, clock.withZone(zone)).assemble();
        return new ReferralMessage(
                replaces(document) ? Event.MODIFY : Event.NEW,
                parties.sender(),
                parties.receiver(),
                parties.placer().getValue(),
                bundle,
                reading.notes().toList());
    }

    private static boolean replaces(CcdaDocument document) {
        return ReferralNumber.replaced(document.root()).present();
    }
}
