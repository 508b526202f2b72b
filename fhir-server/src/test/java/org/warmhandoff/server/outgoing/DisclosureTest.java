package org.warmhandoff.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.RedisclosureNotice;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.ConsentForms;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.storage.ResourceStore;

class DisclosureTest {

    private static final TestServer SERVER = TestServer.shared();

    private final ResourceStore store = SERVER.bean(ResourceStore.class);
    private final Partner mercy =
            SERVER.bean(PartnerDirectory.class).byId("mercy").orElseThrow();
    private final ScriptedPassage passage = new ScriptedPassage();
    private final Disclosure disclosure = passage.to(mercy, store);

    private String consent() {
        String patient = new IdType(store.create(Patients.named("Disclosed"))).getIdPart();
        return new IdType(store.create(ConsentForms.specific(patient, "TREAT", "mercy"))).getIdPart();
    }

    @Test
    void what_rests_on_a_consent_carries_the_notice_and_its_scope_and_a_copy() {
        String id = consent();
        disclosure.show(new Task());
        passage.consents.add(id);

        assertThat(disclosure.carriage().statement()).isEqualTo(Carriage.Statement.EITHER);
        assertThat(disclosure.carriage().briefly())
                .satisfiesExactly(
                        notice -> assertThat(notice).isEqualTo(RedisclosureNotice.shortText()),
                        scope -> assertThat(scope).contains(id, mercy.name(), "treatment"));
        assertThat(disclosure.copies())
                .extracting(copy -> copy.getIdElement().getIdPart())
                .containsExactly(id);
    }

    @Test
    void what_rests_on_none_carries_nothing() {
        disclosure.show(new Task());

        assertThat(disclosure.carriage()).isEqualTo(Carriage.NONE);
        assertThat(disclosure.copies()).isEmpty();
    }

    @Test
    void a_consent_that_is_gone_leaves_the_notice() {
        passage.consents.add("gone");

        assertThat(disclosure.carriage()).isEqualTo(Carriage.ofNotice());
    }

    @Test
    void rendering_is_not_yet_telling() {
        disclosure.show(new Appointment());
        Rendering rendering = disclosure.rendered(new OutboundMessage(mercy, "m", "text/plain", "", new byte[0]));

        assertThat(passage.accounted).isEmpty();
        ((Rendering.Rendered) rendering).account().run();
        assertThat(passage.accounted).containsExactly("Appointment");
    }

    @Test
    void what_is_withheld_is_accounted_at_once() {
        disclosure.show(new Appointment());

        assertThat(disclosure.withheld("consent")).isEqualTo(new Rendering.Withheld("consent"));
        assertThat(passage.accounted).containsExactly("Appointment");
    }
}
