package org.warmhandoff.server.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.Carriage.Statement;
import org.warmhandoff.routes.notice.ConsentScope;
import org.warmhandoff.routes.notice.TextCarriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.disclosure.Accompaniment;
import org.warmhandoff.server.disclosure.Passage;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.storage.ResourceStore;

/** One message to one partner: what the gate lets into it, what goes along, and its account. For one thread. */
public final class Disclosure {

    private final Passage passage;
    private final Partner partner;
    private final ResourceStore store;

    Disclosure(Passage passage, Partner partner, ResourceStore store) {
        this.passage = passage;
        this.partner = partner;
        this.store = store;
    }

    public Decision ask(Resource record) {
        return passage.ask(record);
    }

    /** The record as the partner may have it. */
    public <T extends Resource> Optional<T> show(T record) {
        return passage.show(record);
    }

    /** What goes along with what was shown so far (42 CFR 2.32). */
    public Carriage carriage() {
        Accompaniment due = passage.accompaniment();
        Statement statement = due.notice() ? Statement.EITHER : due.shortNotice() ? Statement.SHORT : Statement.NONE;
        List<String> scopes = consents(due).stream()
                .map(consent -> ConsentScope.of(consent, partner.name()))
                .toList();
        return new Carriage(statement, scopes);
    }

    /** Copies of the consents that name the partner, for messages that can carry them. */
    public List<Consent> copies() {
        List<Consent> copies = new ArrayList<>();
        for (Consent consent : consents(passage.accompaniment())) {
            ConsentCopy.of(consent, partner.id()).flatMap(passage::show).ifPresent(copies::add);
        }
        return copies;
    }

    private List<Consent> consents(Accompaniment due) {
        return due.consents().stream()
                .flatMap(id -> store.read(Consent.class, id).stream())
                .toList();
    }

    /** It may leave once it is accounted. */
    public Rendering rendered(OutboundMessage message) {
        boolean mail = message.partner().endpoint() instanceof PartnerEndpoint.Direct;
        return new Rendering.Rendered(
                mail ? message.withCover(TextCarriage.mail(carriage())) : message, passage::account);
    }

    /** It may not; the denial is accounted. */
    public Rendering withheld(String reason) {
        passage.account();
        return new Rendering.Withheld(reason);
    }

    /** Writes down what was shown and denied so far, before an answer leaves that is no delivery. */
    public void account() {
        passage.account();
    }
}
