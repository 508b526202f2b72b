package org.warmhandoff.routes.hl7v2.referral;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.Account;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.Al1Mapper;
import org.warmhandoff.routes.hl7v2.segment.AutMapper;
import org.warmhandoff.routes.hl7v2.segment.Dg1Mapper;
import org.warmhandoff.routes.hl7v2.segment.Gt1Mapper;
import org.warmhandoff.routes.hl7v2.segment.In1Mapper;
import org.warmhandoff.routes.hl7v2.segment.In1Mapper.Mapped;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Contacted;
import org.warmhandoff.routes.hl7v2.segment.MshMapper;
import org.warmhandoff.routes.hl7v2.segment.Nk1Mapper;
import org.warmhandoff.routes.hl7v2.segment.NteMapper;
import org.warmhandoff.routes.hl7v2.segment.ObservationMapper;
import org.warmhandoff.routes.hl7v2.segment.PidMapper;
import org.warmhandoff.routes.hl7v2.segment.Pr1Mapper;
import org.warmhandoff.routes.hl7v2.segment.PrdMapper;
import org.warmhandoff.routes.hl7v2.segment.Pv1Mapper;
import org.warmhandoff.routes.hl7v2.segment.RelatedPersons;
import org.warmhandoff.routes.hl7v2.segment.Translation;

/** Puts the resources of one referral together, in the order in which they refer to each other. */
final class ReferralAssembly {

    private final Translation translation;
    private final MessageSegments segments;
    private final RequestMapper mapper;
    private final Clock clock;
    private final RelatedPersons persons;

    ReferralAssembly(Translation translation, MessageSegments segments, RequestMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.translation = translation;
        this.segments = segments;
        this.clock = clock;
        this.persons = new RelatedPersons(translation);
    }

    Bundle assemble() {
        Fields msh = segments.first("MSH");
        Reference patient = new PidMapper(translation).map(segments.first("PID"));
        ServiceRequest request = mapper.map(patient);
        Reference requestReference = translation.resources().add(translation.key("ServiceRequest", 1), request);
        request.setAuthoredOnElement(authored(msh));
        addProviders(request, patient);
        addPersonsAndCoverage(request, patient);
        addClinical(request, patient);
        ReferralReason.complete(request, translation.resources(), mapper);
        NteMapper.map(segments.notes).forEach(request::addNote);
        translation
                .resources()
                .add(translation.key("Task", 1), new TaskMapper(translation).map(request, requestReference));
        MshMapper mshMapper = new MshMapper(msh);
        Bundle bundle = translation.resources().toBundle(mshMapper.labels());
        mshMapper.map(bundle);
        return bundle;
    }

    /** RF1-9, else MSH-7, else now: a Task must say since when it waits. */
    private DateTimeType authored(Fields msh) {
        DateTimeType authored = mapper.authored();
        if (authored == null) {
            authored = msh.dateTime(7);
        }
        if (authored == null) {
            translation.conversion().notes().add("RF1-9 and MSH-7 missing, dated by arrival");
            authored = new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        }
        return authored;
    }

    private void addProviders(ServiceRequest request, Reference patient) {
        PrdMapper mapper = new PrdMapper(translation);
        int ordinal = 0;
        for (Contacted provider : segments.providers) {
            Reference person = mapper.map(provider, ++ordinal);
            if (person != null) {
                assign(provider.segment().text(1), person, request, patient);
            }
        }
    }

    /** Table 0286, provider role. The requester and owner are partners; the people stand beside them. */
    private void assign(String role, Reference person, ServiceRequest request, Reference patient) {
        switch (role) {
            case "RT" -> request.addPerformer(person);
            case "PP" ->
                translation
                        .resources()
                        .findAt(patient, Patient.class)
                        .ifPresent(resource -> resource.addGeneralPractitioner(person));
            case "CP" -> addToCareTeam(person, patient);
            default -> request.addSupportingInfo(person);
        }
    }

    private void addToCareTeam(Reference person, Reference patient) {
        String key = translation.key("CareTeam", 1);
        CareTeam team = translation.resources().find(key, CareTeam.class).orElseGet(() -> {
            CareTeam added = new CareTeam().setStatus(CareTeamStatus.ACTIVE).setSubject(patient.copy());
            translation.resources().add(key, added);
            return added;
        });
        team.addParticipant()
                .addRole(
                        new CodeableConcept().addCoding(new Coding(CodeTables.v2("0286"), "CP", "Consulting Provider")))
                .setMember(person);
    }

    private void addPersonsAndCoverage(ServiceRequest request, Reference patient) {
        segments.all("NK1").forEach(nk1 -> new Nk1Mapper(persons).map(nk1, patient));
        List<Mapped> insurances = new In1Mapper(translation, persons).map(segments.insurances, patient);
        insurances.forEach(mapped -> request.addInsurance(mapped.reference()));
        AutMapper authorizations = new AutMapper(insurances);
        segments.authorizations.forEach(authorization -> authorizations.map(authorization, request));
        Account account = new Gt1Mapper(translation, persons).map(segments.all("GT1"), segments.first("PID"), patient);
        if (account != null) {
            insurances.forEach(mapped -> account.addCoverage()
                    .setCoverage(mapped.reference().copy())
                    .setPriority(mapped.coverage().getOrder()));
        }
    }

    private void addClinical(ServiceRequest request, Reference patient) {
        Encounter encounter = encounter(patient);
        Reference encounterReference = encounter == null ? null : add(encounter);
        request.setEncounter(encounterReference);
        RequestParts parts = new RequestParts(request);
        Dg1Mapper diagnoses = new Dg1Mapper(translation, patient, encounter, encounterReference);
        int ordinal = 0;
        for (Fields dg1 : segments.all("DG1")) {
            diagnoses.map(dg1, ++ordinal, parts);
        }
        ordinal = 0;
        for (Fields al1 : segments.all("AL1")) {
            new Al1Mapper(translation).map(al1, ++ordinal, patient);
        }
        ordinal = 0;
        for (Fields pr1 : segments.all("PR1")) {
            new Pr1Mapper(translation, patient, encounterReference).map(pr1, ++ordinal);
        }
        ObservationMapper observations = new ObservationMapper(translation, patient, encounterReference, parts);
        segments.observations.forEach(observations::map);
    }

    private @Nullable Encounter encounter(Reference patient) {
        // Table 0004: N, not applicable.
        return segments.has("PV1") && !segments.first("PV1").text(2).equals("N")
                ? new Pv1Mapper(translation).map(segments.first("PV1"), segments.first("PV2"), patient)
                : null;
    }

    private Reference add(Encounter encounter) {
        return translation.resources().add(new Pv1Mapper(translation).key(encounter), encounter);
    }
}
