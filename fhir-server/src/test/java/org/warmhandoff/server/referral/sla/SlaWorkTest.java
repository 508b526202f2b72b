package org.warmhandoff.server.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.alert.AlertRows;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.notice.StaffTasks;
import org.warmhandoff.server.referral.state.ReferralActor;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.referral.state.TransitionOutput;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.work.SettableClock;

/** The clocks of a referral on the real server, with a clock that a test moves. */
class SlaWorkTest {

    private final TestServer server = TestServer.shared();
    private final ResourceStore store = server.bean(ResourceStore.class);
    private final ReferralRegister register = server.bean(ReferralRegister.class);
    private final JdbcClient jdbc = server.bean(JdbcClient.class);
    private final SettableClock clock = new SettableClock();

    @Test
    void who_is_not_claimed_in_time_is_escalated_once_and_closed_by_the_claim() {
        ReferralRecord referral = referral();
        moveClockTo(due(referral));

        escalate();
        escalate();

        assertThat(raised(referral)).extracting(Task::getStatus).containsExactly(Task.TaskStatus.REQUESTED);
        assertThat(alerts(referral)).containsExactly("triage-start");
        assertThat(overdue(referral)).isTrue();

        move(referral, TransitionInput.of(ReferralEvent.CLAIM));
        assertThat(raised(referral)).extracting(Task::getStatus).containsExactly(Task.TaskStatus.COMPLETED);
        assertThat(overdue(referral)).isFalse();
        moveClockTo(due(referral));
        escalate();
        assertThat(alerts(referral)).containsExactly("triage-start", "decision");
    }

    @Test
    void who_is_in_time_is_left_alone() {
        ReferralRecord referral = referral();
        clock.tick(Duration.between(clock.instant(), due(referral)).minusSeconds(1));

        escalate();

        assertThat(raised(referral)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED, 31, INTAKE_MISSED",
        "BOOKED, 29, INTAKE_SCHEDULED",
        "NOSHOW, 31, INTAKE_MISSED",
        "ARRIVED, 31, INTAKE_SCHEDULED",
        "FULFILLED, 31, INTAKE_SCHEDULED",
        "CANCELLED, 31, INTAKE_SCHEDULED"
    })
    void an_intake_is_missed_half_an_hour_after_its_start_unless_somebody_came(
            Appointment.AppointmentStatus status, int minutesAgo, BusinessStatus state) {
        ReferralRecord referral = scheduled();
        Appointment intake = intake(referral);
        store.update(intake.setStatus(status));
        moveClockTo(intake.getStart().toInstant().plus(minutesAgo, ChronoUnit.MINUTES));

        missIntakes();

        assertThat(register.byTask(referral.ids().task()).orElseThrow().state()).isEqualTo(state);
        if (state == BusinessStatus.INTAKE_MISSED) {
            assertThat(intake(referral).getStatus()).isEqualTo(Appointment.AppointmentStatus.NOSHOW);
        }
    }

    @Test
    void an_intake_that_was_put_off_is_waited_for() {
        ReferralRecord referral = scheduled();
        Appointment intake = intake(referral);
        Instant old = intake.getStart().toInstant();
        store.update(intake.setStart(Date.from(old.plus(1, ChronoUnit.DAYS)))
                .setEnd(Date.from(old.plus(25, ChronoUnit.HOURS))));
        moveClockTo(old.plus(31, ChronoUnit.MINUTES));
        missIntakes();
        assertThat(register.byTask(referral.ids().task()).orElseThrow().state())
                .isEqualTo(BusinessStatus.INTAKE_SCHEDULED);

        clock.tick(Duration.ofDays(1));
        missIntakes();
        assertThat(register.byTask(referral.ids().task()).orElseThrow().state())
                .isEqualTo(BusinessStatus.INTAKE_MISSED);
    }

    private ReferralRecord referral() {
        HospitalReferral sent = new HospitalReferral();
        assertThat(sent.send(sent.message("I12"))).isEqualTo("applied");
        return sent.row();
    }

    private ReferralRecord scheduled() {
        ReferralRecord referral = referral();
        move(referral, TransitionInput.of(ReferralEvent.CLAIM));
        move(referral, TransitionInput.of(ReferralEvent.ACCEPT));
        Appointment intake = new Appointment().setStatus(Appointment.AppointmentStatus.BOOKED);
        Instant start = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        intake.setStart(Date.from(start)).setEnd(Date.from(start.plusSeconds(3600)));
        intake.addBasedOn(new Reference("ServiceRequest/" + referral.ids().request()));
        intake.addParticipant()
                .setActor(new Reference("Patient/" + referral.ids().patient()))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        String id = store.create(intake);
        move(
                referral,
                TransitionInput.of(ReferralEvent.SCHEDULE_INTAKE)
                        .withOutputs(List.of(new TransitionOutput("intake-appointment", new Reference(id)))));
        return referral;
    }

    private Appointment intake(ReferralRecord referral) {
        return SlaClock.appointment(
                        store, store.read(Task.class, referral.ids().task()).orElseThrow())
                .orElseThrow();
    }

    private void move(ReferralRecord referral, TransitionInput input) {
        assertThat(server.bean(ReferralWorkflow.class)
                        .transition(new TransitionCommand(
                                referral.ids().task(), Set.of(ReferralActor.OWNER), input, null, null)))
                .isInstanceOf(TransitionOutcome.Done.class);
    }

    private void moveClockTo(Instant instant) {
        clock.tick(Duration.between(clock.instant(), instant));
    }

    private void escalate() {
        new SlaWork(
                        server.bean(SlaRows.class),
                        register,
                        server.bean(StaffTasks.class),
                        server.bean(AlertRows.class),
                        properties(),
                        server.bean(TransactionTemplate.class),
                        clock)
                .run();
    }

    private void missIntakes() {
        new MissedIntakes(
                        server.bean(SlaRows.class),
                        server.bean(ReferralWorkflow.class),
                        store,
                        properties(),
                        server.bean(TransactionTemplate.class),
                        clock)
                .run();
    }

    private static SlaProperties properties() {
        return new SlaProperties(Duration.ofMinutes(30), true, Duration.ofSeconds(30));
    }

    private Instant due(ReferralRecord referral) {
        return jdbc.sql("select sla_due_at from warmhandoff.referral where task_id = ?")
                .param(referral.ids().task())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private boolean overdue(ReferralRecord referral) {
        return jdbc.sql("select overdue_since is not null from warmhandoff.referral where task_id = ?")
                .param(referral.ids().task())
                .query(Boolean.class)
                .single();
    }

    private List<String> alerts(ReferralRecord referral) {
        return jdbc.sql("select code from warmhandoff.alert where subject = ? order by id")
                .param("Task/" + referral.ids().task())
                .query(String.class)
                .list();
    }

    private List<Task> raised(ReferralRecord referral) {
        return store
                .search(
                        Task.class,
                        new SearchParameterMap()
                                .add(
                                        "patient",
                                        new ReferenceParam(
                                                "Patient/" + referral.ids().patient())))
                .stream()
                .filter(task -> task.getCode().getCodingFirstRep().getCode().equals(SlaWork.TASK))
                .toList();
    }
}
