package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.disclosure.Accompaniment;
import org.warmhandoff.server.disclosure.Passage;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;

/**
 * One request of a client with its passage. Requests of the server itself have none, and are not asked about. HAPI may work on
 * one request with several threads, one at a time or not, so a passage is entered by one of them.
 */
final class Exchange {

    private static final String KEY = "warmhandoff.exchange";

    private final Recipient recipient;
    private final Passage passage;
    private final Sight sight;
    private final Deque<Page> pages = new ArrayDeque<>();
    private final Set<Resource> shown = Collections.newSetFromMap(new IdentityHashMap<>());

    Exchange(Recipient recipient, Passage passage, Sight sight) {
        this.recipient = recipient;
        this.passage = passage;
        this.sight = sight;
    }

    void attachTo(RequestDetails request) {
        request.getUserData().put(KEY, this);
    }

    /** Entries of a batch share that of their batch. */
    static Optional<Exchange> of(@Nullable RequestDetails request) {
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Exchange) request.getUserData().get(KEY));
    }

    /** That of a request from outside the workforce. */
    static Optional<Exchange> ofOutsider(@Nullable RequestDetails request) {
        return of(request).filter(exchange -> !exchange.workforce());
    }

    /** That of a request whose caller must not learn that there is more than it may see. */
    static Optional<Exchange> ofRestricted(@Nullable RequestDetails request) {
        return of(request).filter(Exchange::restricted);
    }

    boolean restricted() {
        return !workforce() || sight.narrows();
    }

    boolean workforce() {
        return recipient.kind() == ActorKind.OWN_WORKFORCE;
    }

    String organisation() {
        return recipient.organisation();
    }

    synchronized boolean hides(Resource resource) {
        return !sight.sees(resource) || passage.ask(resource) instanceof Decision.Deny;
    }

    /** For one who writes to it. */
    synchronized boolean hidesFromWriter(Resource resource) {
        return !sight.reaches(resource) || hidesFromReferrer(resource);
    }

    /** For one who only names it. */
    synchronized boolean hidesFromReferrer(Resource resource) {
        return passage.ask(resource) instanceof Decision.Deny;
    }

    /** What it would be shown as; empty when it is hidden. */
    synchronized Optional<Resource> preview(Resource resource) {
        return sight.sees(resource) ? passage.preview(resource) : Optional.empty();
    }

    synchronized Decision ask(Resource resource) {
        return passage.ask(resource);
    }

    synchronized <T extends Resource> Optional<T> show(T resource) {
        // What was reduced may not look any more like what may be seen.
        if (!shown.contains(resource) && !sight.sees(resource)) {
            return Optional.empty();
        }
        Optional<T> result = passage.show(resource);
        result.ifPresent(shown::add);
        return result;
    }

    /** Something was written, after which more may be seen, or less. */
    synchronized void renew() {
        passage.renew();
    }

    synchronized Accompaniment accompaniment() {
        return passage.accompaniment();
    }

    synchronized void account() {
        passage.account();
    }

    /** What a search came to: ids of its hits in their order, and where the next page begins, -1 when there is none. */
    record Page(int next, List<String> ids) {}

    /** Searches of a batch come one after the other. */
    synchronized void paged(int next, List<String> ids) {
        pages.add(new Page(next, ids));
    }

    synchronized Optional<Page> page() {
        return Optional.ofNullable(pages.poll());
    }
}
