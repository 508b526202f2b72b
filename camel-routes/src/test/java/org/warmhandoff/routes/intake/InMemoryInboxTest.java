package org.warmhandoff.routes.intake;

class InMemoryInboxTest extends InboxContract {

    private final InMemoryInbox inbox = new InMemoryInbox();

    @Override
    protected Inbox inbox() {
        return inbox;
    }
}
