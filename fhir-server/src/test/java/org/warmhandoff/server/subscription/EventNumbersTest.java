package org.warmhandoff.server.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.SettableClock;

class EventNumbersTest {

    private static final String MERCY = "s1";

    private final DataSource dataSource = QueueDatabase.empty();
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    private final SettableClock clock = new SettableClock();
    private final SubscriptionRegister register =
            new SubscriptionRegister(JdbcClient.create(dataSource), new ObjectMapper(), clock);
    private final EventLog events = new EventLog(JdbcClient.create(dataSource));
    private final Set<String> withoutConsent = ConcurrentHashMap.newKeySet();
    private final AtomicLong deliveries = new AtomicLong();
    private final EventNumbers numbers = new EventNumbers(register, events, new Asked(), transaction);

    @BeforeEach
    void subscribe() {
        register.put(subscriber(MERCY, Duration.ofSeconds(60), Subscriber.State.ACTIVE));
    }

    @Test
    void what_may_leave_is_numbered_in_its_order_and_what_may_not_leaves_no_gap() {
        withoutConsent.add("t2");
        happened("t1");
        long withheld = happened("t2");
        happened("t3");

        assertThat(numbers.decided(MERCY).orElseThrow().lastNumber()).isEqualTo(2);

        assertThat(told(1, 9)).containsExactly("1 t1", "2 t3");
        assertThat(events.byDelivery(withheld).orElseThrow().number()).isNull();
    }

    @Test
    void a_number_once_given_stays_and_the_withheld_get_the_next() {
        withoutConsent.add("t1");
        happened("t1");
        happened("t1");
        happened("t2");
        numbers.decided(MERCY);

        withoutConsent.clear();
        numbers.decided(MERCY);
        assertThat(told(1, 9)).containsExactly("1 t2");
        List<SubscriptionEvent> anew = transaction.execute(status -> events.takeWithheld("t1"));
        assertThat(anew).singleElement().matches(event -> event.deliveryId() == 2);
        happened("t1");
        numbers.decided(MERCY);

        assertThat(told(1, 9)).containsExactly("1 t2", "2 t1");
        assertThat(events.takeWithheld("t1")).isEmpty();
    }

    @Test
    void numbers_have_no_gap_however_many_number_at_once() throws Exception {
        withoutConsent.addAll(Set.of("t3", "t7"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Optional<Subscriber>>> work = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String task = "t" + i % 10;
            work.add(() -> {
                happened(task);
                return numbers.decided(MERCY);
            });
        }
        for (Future<Optional<Subscriber>> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();

        long last = numbers.decided(MERCY).orElseThrow().lastNumber();

        assertThat(last).isEqualTo(240);
        assertThat(events.between(MERCY, 1, Long.MAX_VALUE, 1_000))
                .extracting(SubscriptionEvent::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 240).boxed().toList());
    }

    @Test
    void a_sign_of_life_is_due_once_a_period_and_only_after_silence() {
        register.put(subscriber("quiet", null, Subscriber.State.ACTIVE));
        register.put(subscriber("failing", Duration.ofSeconds(60), Subscriber.State.ERROR));
        assertThat(register.silent()).isEmpty();

        clock.tick(Duration.ofSeconds(61));
        assertThat(register.silent()).extracting(Subscriber::id).containsExactly(MERCY);
        clock.tick(Duration.ofSeconds(61));
        assertThat(register.silent()).as("one is under way").isEmpty();
        register.sent(MERCY);
        clock.tick(Duration.ofSeconds(59));
        assertThat(register.silent()).isEmpty();
        clock.tick(Duration.ofSeconds(2));
        assertThat(register.silent()).hasSize(1);
    }

    @Test
    void what_is_off_stays_off_until_it_is_asked_for_and_its_numbers_go_on() {
        happened("t1");
        numbers.decided(MERCY);
        assertThat(register.move(MERCY, Subscriber.State.OFF)).isTrue();
        assertThat(register.move(MERCY, Subscriber.State.ACTIVE)).isFalse();
        assertThat(register.ofPartners(Set.of("mercy", "other"))).isEmpty();

        register.put(subscriber(MERCY, null, Subscriber.State.REQUESTED));

        Subscriber again = register.byId(MERCY).orElseThrow();
        assertThat(again.state()).isEqualTo(Subscriber.State.REQUESTED);
        assertThat(again.lastNumber()).isEqualTo(1);
        assertThat(again.terms().filters()).hasToString("[Task?status=accepted]");
    }

    private static Subscriber subscriber(String id, Duration heartbeat, Subscriber.State state) {
        return new Subscriber(
                id,
                new Subscriber.Terms(
                        "mercy",
                        URI.create("https://mercy.example/hook"),
                        true,
                        "application/fhir+json",
                        List.of(TaskFilter.parse("Task?status=accepted")),
                        Duration.ofSeconds(30),
                        heartbeat,
                        null),
                state,
                false,
                0);
    }

    private long happened(String task) {
        long delivery = deliveries.incrementAndGet();
        events.add(new SubscriptionEvent(delivery, MERCY, task, BusinessStatus.ACCEPTED, Instant.EPOCH, false, null));
        return delivery;
    }

    private List<String> told(long from, long to) {
        return events.between(MERCY, from, to, 100).stream()
                .map(event -> event.number() + " " + event.task())
                .toList();
    }

    private final class Asked implements EventConsent {

        @Override
        public void hold(Collection<SubscriptionEvent> held) {
            assertThat(held).isNotEmpty();
        }

        @Override
        public boolean mayKnow(Subscriber subscriber, SubscriptionEvent event) {
            return !withoutConsent.contains(event.task());
        }

        @Override
        public Optional<Disclosure> disclosure(
                Subscriber subscriber, SubscriptionEvent event, Way way, String occasion) {
            throw new AssertionError("numbers are given before anybody is told");
        }
    }
}
