package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.consent.Asked.NOW;
import static org.warmhandoff.server.consent.Asked.goes;
import static org.warmhandoff.server.consent.Asked.nested;
import static org.warmhandoff.server.consent.Asked.partner;
import static org.warmhandoff.server.consent.Asked.tpo;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Provision;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.RecordClass;
import org.warmhandoff.server.part2.RecordKind;

class ProvisionReaderTest {

    /** What narrows a provision in a way that the rules do not know. */
    static Stream<Named<Consumer<ProvisionComponent>>> unreadable() {
        return Stream.of(
                named("data", p -> p.addData().setReference(new Reference("Observation/1"))),
                named("data period", p -> p.setDataPeriod(new Period().setStart(java.util.Date.from(NOW)))),
                named("purpose", p -> p.addPurpose(new Coding(CodeSystems.ACT_REASON, "CLINTRCH", null))),
                named("purpose of another system", p -> p.addPurpose(new Coding("urn:other", "HPAYMT", null))),
                named("class", p -> p.addClass_(new Coding("urn:other", "x", null))),
                named("code", p -> p.addCode(new CodeableConcept(new Coding(CodeSystems.LOINC, "9999-9", null)))),
                named("modifier", p -> p.addModifierExtension().setUrl("urn:other")),
                named("label alone", p -> p.setSecurityLabel(List.of(new Coding(CodeSystems.ACT_CODE, "HIV", null)))),
                named("recipient alone", p -> {
                    p.getActor().clear();
                    p.addActor().setReference(new Reference().setDisplay("my cousin"));
                }));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_makes_a_permission_void(Consumer<ProvisionComponent> narrow) {
        Consent consent = tpo();
        narrow.accept(consent.getProvision());

        assertThat(goes(consent)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void and_in_a_permission_within_a_denial(Consumer<ProvisionComponent> narrow) {
        Consent consent = tpo();
        ProvisionComponent permission = consent.getProvision().copy();
        consent.getProvision().setType(ConsentProvisionType.DENY).addProvision(permission);
        assertThat(goes(consent)).isTrue();

        narrow.accept(permission);
        assertThat(goes(consent)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void and_leaves_a_denial_in_force(Consumer<ProvisionComponent> narrow) {
        Consent denial = tpo();
        denial.getProvision().setType(ConsentProvisionType.DENY);
        narrow.accept(denial.getProvision());
        Consent inner = tpo();
        narrow.accept(nested(inner, ConsentProvisionType.DENY));

        assertThat(goes(tpo(), denial)).isFalse();
        assertThat(goes(inner)).isFalse();
    }

    @Test
    void a_nested_provision_without_a_type_denies() {
        Consent consent = tpo();
        consent.getProvision().addProvision().addPurpose(new Coding(CodeSystems.ACT_REASON, "TREAT", null));

        assertThat(goes(consent)).isFalse();
    }

    @Test
    void an_exception_denies_one_of_two_recipients_or_one_kind_of_record() {
        Consent consent = tpo();
        nested(consent, ConsentProvisionType.DENY).addActor().setReference(partner("ACME-health"));
        nested(consent, ConsentProvisionType.DENY)
                .addClass_(new Coding("http://hl7.org/fhir/resource-types", "Condition", null));
        List<Provision> exceptions = ConsentReader.read(consent).exceptions();

        assertThat(goes(consent)).isTrue();
        assertThat(exceptions.get(0).recipients()).containsExactly("acme-health");
        assertThat(exceptions.get(1).kinds()).containsExactly(RecordKind.CONDITION);
    }

    @Test
    void a_denial_two_levels_down_denies_and_a_permission_there_does_not_permit() {
        Consent deep = tpo();
        ProvisionComponent inner = nested(deep, ConsentProvisionType.PERMIT);
        inner.addPurpose(new Coding(CodeSystems.ACT_REASON, "TREAT", null));
        inner.addProvision().setType(ConsentProvisionType.DENY);
        assertThat(goes(deep)).isFalse();

        Consent back = tpo();
        ProvisionComponent denial = nested(back, ConsentProvisionType.DENY);
        denial.addProvision().setType(ConsentProvisionType.PERMIT);
        assertThat(goes(back)).isFalse();
    }

    @Test
    void a_permission_within_for_a_time_of_its_own_is_void() {
        Consent consent = tpo();
        consent.getProvision().setPurpose(List.of(new Coding(CodeSystems.ACT_REASON, "HPAYMT", null)));
        ProvisionComponent inner = nested(consent, ConsentProvisionType.PERMIT);
        inner.addPurpose(new Coding(CodeSystems.ACT_REASON, "TREAT", null));
        assertThat(goes(consent)).isTrue();

        inner.setPeriod(new Period().setStart(java.util.Date.from(NOW)));
        assertThat(goes(consent)).isFalse();
    }

    @Test
    void actions_other_than_letting_out_are_of_no_concern() {
        CodeableConcept correct =
                new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/consentaction", "correct", null));
        Consent permission = tpo();
        permission.getProvision().addAction(correct);
        Consent denial = tpo();
        denial.getProvision().setType(ConsentProvisionType.DENY).addAction(correct);

        assertThat(goes(permission)).isFalse();
        assertThat(goes(tpo(), denial)).isTrue();
    }

    @Test
    void notes_are_permitted_by_a_consent_for_notes_alone() {
        Consent notes = Asked.example("jordan-consent-notes");
        notes.getProvision().addSecurityLabel(new Coding(CodeSystems.CONFIDENTIALITY, "V", null));
        assertThat(ConsentReader.read(notes).root().classes()).containsExactly(RecordClass.SUDNOTE);

        notes.getProvision().addSecurityLabel(new Coding(CodeSystems.ACT_CODE, "HIV", null));
        assertThat(ConsentReader.read(notes).root().purposes()).isEmpty();
    }

    @Test
    void a_denial_of_notes_denies_both_sorts() {
        Consent notes = Asked.example("jordan-consent-notes");
        notes.getProvision().setType(ConsentProvisionType.DENY);

        assertThat(ConsentReader.read(notes).root().classes())
                .isEqualTo(Set.of(RecordClass.SUDNOTE, RecordClass.PSYNOTE));
    }

    @Test
    void recipients_are_partners_organisations_persons_and_classes() {
        NamedRecipients named = NamedRecipients.of(
                List.of(
                        actor(partner("Mercy")),
                        actor(new Reference("Organization/harbor")),
                        actor(new Reference("Practitioner/acme")),
                        actor(new Reference().setDisplay("My treating providers")),
                        actor(ofKind("payer")),
                        actor(new Reference().setDisplay("my cousin"))),
                true);

        assertThat(named.ids()).containsExactlyInAnyOrder("mercy", "harbor", "Practitioner/acme");
        assertThat(named.classes())
                .containsExactlyInAnyOrder(ActorKind.TREATING_HOSPITAL, ActorKind.TREATING_REHAB, ActorKind.PAYER);
        assertThat(named.unread()).isTrue();
    }

    @Test
    void who_only_holds_or_signs_does_not_receive() {
        Consent consent = tpo();
        consent.getProvision()
                .getActor()
                .forEach(actor ->
                        actor.setRole(new CodeableConcept(new Coding(CodeSystems.PARTICIPATION_TYPE, "CST", null))));

        assertThat(goes(consent)).isFalse();
    }

    @Test
    void a_class_permits_where_the_law_lets_it() {
        Consent classes = tpo();
        classes.getProvision().getActor().clear();
        classes.getProvision().addActor(actor(new Reference().setDisplay("my treating providers")));
        Consent specific = classes.copy();
        specific.getCategoryFirstRep().getCodingFirstRep().setCode("specific-2.31");

        assertThat(goes("anybody", Purpose.TREAT, NOW, classes)).isTrue();
        assertThat(goes("anybody", Purpose.TREAT, NOW, specific)).isFalse();
    }

    @Test
    void a_reference_that_says_two_things_permits_the_partner_and_denies_both() {
        Reference torn = partner("mercy").setReference("Organization/harbor");

        assertThat(NamedRecipients.of(List.of(actor(torn)), true).ids()).containsExactly("mercy");
        assertThat(NamedRecipients.of(List.of(actor(torn)), false).ids()).containsExactlyInAnyOrder("mercy", "harbor");
    }

    private static Consent.provisionActorComponent actor(Reference reference) {
        return new Consent.provisionActorComponent()
                .setRole(new CodeableConcept(new Coding(CodeSystems.PARTICIPATION_TYPE, "IRCP", null)))
                .setReference(reference);
    }

    private static Reference ofKind(String kind) {
        Reference reference = new Reference();
        reference
                .getIdentifier()
                .setSystem("https://warmhandoff.org/fhir/CodeSystem/org-kind")
                .setValue(kind);
        return reference;
    }

    private static Named<Consumer<ProvisionComponent>> named(String name, Consumer<ProvisionComponent> narrow) {
        return Named.of(name, narrow);
    }
}
