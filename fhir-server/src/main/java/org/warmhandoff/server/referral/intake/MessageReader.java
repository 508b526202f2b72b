package org.warmhandoff.server.referral.intake;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.AttachedDocuments;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReadReferral.Usable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.intake.ReferralReader;
import org.warmhandoff.server.validation.DirtyInput;

/**
 * Reads kept messages of every dialect. FHIR was held against its profiles when it came; what other dialects say is made fit
 * for them here, and what was lost by that is noted on the Task, so that whoever works on the referral knows to ask.
 */
@Component
class MessageReader {

    private final List<ReferralReader> readers;
    private final AttachedDocuments documents;
    private final DirtyInput dirtyInput;

    MessageReader(List<ReferralReader> readers, AttachedDocuments documents, DirtyInput dirtyInput) {
        this.readers = readers;
        this.documents = documents;
        this.dirtyInput = dirtyInput;
    }

    ReadReferral read(InboundMessage message) {
        ReadReferral read = readers.stream()
                .filter(reader -> reader.reads(message.dialect()))
                .findFirst()
                .orElseThrow()
                .read(message);
        if (message.dialect() == Dialect.CCDA) {
            return fit(message.dialect(), read);
        }
        return isFhir(message.dialect()) ? attached(read) : fit(message.dialect(), withDocuments(read));
    }

    /** Adds to what FHIR says, which was held against its profiles, what the C-CDA documents attached to it say. */
    ReadReferral attached(ReadReferral read) {
        ReadReferral all = withDocuments(read);
        return all == read ? read : fit(Dialect.FHIR_MESSAGE, all);
    }

    private ReadReferral withDocuments(ReadReferral read) {
        if (!(read instanceof Usable usable)) {
            return read;
        }
        ReferralMessage all = documents.read(usable.message());
        return all == usable.message() ? read : new Usable(all);
    }

    /** Makes what was read of a dialect without profiles fit for storage. */
    ReadReferral fit(Dialect dialect, ReadReferral read) {
        if (!(read instanceof Usable usable) || !isStored(usable.message())) {
            return read;
        }
        // A court's change brings only what changes, which fits no profile by itself.
        boolean part = dialect == Dialect.COURT && usable.message().event() == Event.MODIFY;
        return part ? noted(usable) : fitted(usable.message());
    }

    private static ReadReferral noted(Usable usable) {
        note(usable.message().resources(), usable.message().notes());
        return usable;
    }

    /** A cancellation or a question carries no resources to keep, only a Task that says what is wanted. */
    private static boolean isStored(ReferralMessage message) {
        return message.event() == Event.NEW || message.event() == Event.MODIFY;
    }

    private static boolean isFhir(Dialect dialect) {
        return dialect == Dialect.FHIR_MESSAGE || dialect == Dialect.FHIR_TRANSACTION;
    }

    private ReadReferral fitted(ReferralMessage message) {
        note(message.resources(), message.notes());
        DirtyInput.Fitted fitted = dirtyInput.fit(message.resources());
        if (fitted.unfit() != null) {
            return new Unusable(
                    "invariant", fitted.unfit().path(), fitted.unfit().key());
        }
        note(message.resources(), fitted.notes());
        List<String> notes = new ArrayList<>(message.notes());
        notes.addAll(fitted.notes());
        return new Usable(new ReferralMessage(
                message.event(), message.sender(), message.receiver(), message.placer(), message.resources(), notes));
    }

    private static void note(Bundle resources, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        resources.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .forEach(task -> task.addNote().setText("Read with loss: " + String.join("; ", notes)));
    }
}
