package org.warmhandoff.server.referral;

import java.util.Date;
import java.util.List;
import java.util.function.BiPredicate;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.referral.state.ReferralTaskEditor;

/**
 * What a requester may change of a referral (event I13): why, how urgent, when, by whose leave. Status, owner, numbers
 * and the patient are not among it. Pure.
 */
final class RequestEdit {

    private static final String AUTHORIZATION = Canonical.structureDefinition("iop-authorization");

    private RequestEdit() {}

    /** The request with what the sender says now; what it does not mention stays. */
    static ServiceRequest request(ServiceRequest known, ServiceRequest said) {
        ServiceRequest edited = known.copy();
        ServiceRequest news = said.copy();
        if (news.hasPriority()) {
            edited.setPriority(news.getPriority());
        }
        if (news.hasReasonCode() || news.hasReasonReference()) {
            edited.setReasonCode(news.getReasonCode());
            edited.setReasonReference(news.getReasonReference());
        }
        if (news.hasOccurrence()) {
            edited.setOccurrence(news.getOccurrence());
        }
        if (news.hasInsurance()) {
            edited.setInsurance(news.getInsurance());
        }
        if (news.hasExtension(AUTHORIZATION)) {
            edited.getExtension().removeIf(extension -> AUTHORIZATION.equals(extension.getUrl()));
            news.getExtensionsByUrl(AUTHORIZATION).forEach(edited::addExtension);
        }
        CourtCaseEdit.apply(edited, known, news);
        addNew(edited.getNote(), news.getNote(), RequestEdit::sameText);
        addNew(edited.getSupportingInfo(), news.getSupportingInfo(), RequestEdit::sameTarget);
        return edited;
    }

    /** Urgency and period stand in the Task too; a note there shows the change to whoever works on it. */
    static Task task(Task known, List<Annotation> said, ServiceRequest request, Date now) {
        Task edited = known.copy();
        if (request.hasPriority()) {
            edited.setPriority(TaskPriority.fromCode(request.getPriority().toCode()));
        }
        if (request.hasOccurrencePeriod() && !CourtCaseEdit.ordered(request)) {
            edited.getRestriction().setPeriod(request.getOccurrencePeriod().copy());
        }
        addNew(edited.getNote(), said, RequestEdit::sameText);
        edited.addNote(new Annotation()
                .setTimeElement(ReferralTaskEditor.moment(now))
                .setText("The requester changed the referral."));
        edited.setLastModifiedElement(ReferralTaskEditor.moment(now));
        return edited;
    }

    /** Staff may have added some too. */
    private static <T extends Base> void addNew(List<T> known, List<T> said, BiPredicate<T, T> same) {
        said.stream()
                .filter(one -> known.stream().noneMatch(other -> same.test(one, other)))
                .toList()
                .forEach(known::add);
    }

    private static boolean sameText(Annotation one, Annotation other) {
        return one.getText().equals(other.getText());
    }

    private static boolean sameTarget(Reference one, Reference other) {
        return one.equalsDeep(other)
                || (one.hasReference() && one.getReference().equals(other.getReference()));
    }
}
