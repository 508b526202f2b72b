package org.warmhandoff.server.referral.notice;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.hl7v2.referral.DocumentNotice;
import org.warmhandoff.routes.hl7v2.referral.DocumentPrinter;
import org.warmhandoff.routes.hl7v2.referral.VisitNotice;
import org.warmhandoff.routes.hl7v2.referral.VisitPrinter;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes that a client was admitted or discharged, and the document that goes with it. */
@Component
class CareNoticeRenderer implements DeliveryRenderer {

    private final ConsentedNotice notice;
    private final ReferralReplies replies;
    private final CareDocuments documents;
    private final ResourceStore store;

    CareNoticeRenderer(ConsentedNotice notice, ReferralReplies replies, CareDocuments documents, ResourceStore store) {
        this.notice = notice;
        this.replies = replies;
        this.documents = documents;
        this.store = store;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(CareNotices.VISIT) || kind.equals(CareNotices.DOCUMENT);
    }

    @Override
    public Rendering render(Delivery delivery) {
        return notice.render(
                delivery, delivery.kind().equals(CareNotices.VISIT) ? new Visit(delivery) : new Document(delivery));
    }

    private final class Visit implements ConsentedNotice.Text {

        private final Delivery delivery;

        private Visit(Delivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public List<? extends Resource> records(ReferralRecord referral, Task task) {
            return episode(task).stream().toList();
        }

        @Override
        public String of(ConsentedNotice.Told told) {
            Optional<EpisodeOfCare> episode = episode(told.task());
            ReferralReplies.Context context = replies.context(told, delivery.createdAt());
            Date start = episode.map(found -> found.getPeriod().getStart()).orElse(null);
            return new VisitPrinter()
                    .print(new VisitNotice(
                            context.envelope(),
                            delivery.payload().getOrDefault(CareNotices.EVENT, "A04"),
                            context.referral(),
                            episode.map(found -> found.getIdElement().getIdPart())
                                    .orElseGet(() -> told.referral().ids().task()),
                            ReferralReplies.time(start),
                            told.disclosure().carriage()));
        }

        private Optional<EpisodeOfCare> episode(Task task) {
            return task.getOutput().stream()
                    .map(Task.TaskOutputComponent::getValue)
                    .filter(Reference.class::isInstance)
                    .map(value -> new IdType(((Reference) value).getReference()))
                    .filter(id -> "EpisodeOfCare".equals(id.getResourceType()))
                    .findFirst()
                    .flatMap(id -> store.read(EpisodeOfCare.class, id.getIdPart()));
        }
    }

    private final class Document implements ConsentedNotice.Text {

        private final Delivery delivery;

        private Document(Delivery delivery) {
            this.delivery = delivery;
        }

        /** If the document may not be shown, a note of ours takes its place. */
        @Override
        public List<? extends Resource> records(ReferralRecord referral, Task task) {
            return List.of();
        }

        @Override
        public String of(ConsentedNotice.Told told) {
            ReferralReplies.Context context = replies.context(told, delivery.createdAt());
            String output = delivery.payload().getOrDefault(CareNotices.OUTPUT, "discharge-summary");
            DocumentNotice.Document document =
                    documents.of(told, output).orElseGet(() -> documents.note(delivery, told, context.referral()));
            return new DocumentPrinter()
                    .print(new DocumentNotice(
                            context.envelope(),
                            context.referral(),
                            document,
                            told.disclosure().carriage()));
        }
    }
}
