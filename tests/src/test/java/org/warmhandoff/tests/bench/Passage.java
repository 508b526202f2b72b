package org.warmhandoff.tests.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.warmhandoff.tests.bench.Load.Sender;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.FhirPeer;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpPeer;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;

/**
 * From the first byte of a referral to the byte that reaches a partner: Lakeside refers by HL7 v2 and listens for the
 * states at its own endpoint; Cedar is a rehab centre somewhere else that speaks FHIR.
 */
final class Passage implements AutoCloseable {

    private static final Pattern PLACER = Pattern.compile("\"(REF-[0-9a-f-]{13}\\d+)\"");

    private final MllpPeer lakeside = new MllpPeer();
    private final FhirPeer cedar = new FhirPeer();
    private final Arrivals told = new Arrivals();
    private final Arrivals forwarded = new Arrivals();

    Passage() {
        lakeside.answers(notice -> {
            told.arrived(notice.value("MSA", 2));
            return "AA";
        });
        cedar.answers(message -> {
            Matcher placer = PLACER.matcher(message.json());
            if (placer.find()) {
                forwarded.arrived(placer.group(1));
            }
            return 200;
        });
    }

    PartnerEntries addTo(PartnerEntries entries) {
        return entries.with(PartnerEntries.hospital("lakeside", "CERNER", "LAKESIDE", lakeside.address()))
                .with(PartnerEntries.rehab("cedar", cedar.address()));
    }

    /** One referral under way at a time; the sample ends when the partner has the whole message. */
    void latencies(Load load, Results results) {
        try (MllpClient client = new MllpClient(load.server().mllpPort())) {
            Template hosted = Template.of(referral().to("SUNRISE"));
            results.add(load.run(
                    "REF^I12 in to RRI^I12 out, one under way",
                    List.of(passage(client, hosted, told, Er7::controlId))));
            Template elsewhere = Template.of(referral().to("CEDAR"));
            results.add(load.run(
                    "REF^I12 in to FHIR message out, one under way",
                    List.of(passage(client, elsewhere, forwarded, message -> message.component("RF1", 6, 1)))));
        }
    }

    /** Referrals acknowledged and told of, sender and partner both at work; then the deliveries alone, from a heap. */
    void rates(Load load, Results results, Backlog backlog) {
        acknowledgedAndTold(load, results, 8);
        backlog.await();
        heap(load, results, backlog);
    }

    private void acknowledgedAndTold(Load load, Results results, int connections) {
        List<MllpClient> clients = Stream.generate(
                        () -> new MllpClient(load.server().mllpPort()))
                .limit(connections)
                .toList();
        Template referral = Template.of(referral().to("SUNRISE"));
        try {
            results.add(load.run(
                    "REF^I12 in to RRI^I12 out, " + connections + " under way",
                    clients.stream()
                            .map(client -> passage(client, referral, told, Er7::controlId))
                            .toList()));
        } finally {
            clients.forEach(MllpClient::close);
        }
    }

    /** What waits for a partner that was paused leaves when it is no longer. */
    private void heap(Load load, Results results, Backlog backlog) {
        FhirClient admin = load.server().http();
        admin.post("admin/partners/lakeside/pause", "").expect(200);
        Template referral = Template.of(referral().to("SUNRISE"));
        try (MllpClient client = new MllpClient(load.server().mllpPort())) {
            for (int i = 0; i < load.settings().heap(); i++) {
                client.send(referral.next());
            }
        }
        backlog.awaitApplied();
        int before = told.count();
        Cpu cpu = Cpu.of(load.server());
        long start = System.nanoTime();
        admin.post("admin/partners/lakeside/resume", "").expect(200);
        int waiting = load.settings().heap();
        Patience.await("all notices are out", Duration.ofMinutes(5)).until(() -> told.count() - before >= waiting);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        results.add(Measured.unattended(
                "RRI^I12 claimed, rendered and delivered, one partner",
                waiting,
                took,
                Cpu.of(load.server()).since(cpu)));
    }

    private static Push referral() {
        return Push.ofSomebody().from("CERNER", "LAKESIDE");
    }

    private static Sender passage(MllpClient client, Template template, Arrivals arrivals, NumberOf number) {
        return () -> {
            String message = template.next();
            String awaited = number.in(new Er7(message));
            arrivals.expect(awaited);
            CompletableFuture<Long> arrival = arrivals.of(awaited);
            long start = System.nanoTime();
            if (!client.send(message).acknowledgement().equals("AA")) {
                throw new AssertionError("Not accepted");
            }
            return Arrivals.await(arrival) - start;
        };
    }

    @Override
    public void close() {
        lakeside.close();
        cedar.close();
    }

    /** What a message is known by at its partner. */
    private interface NumberOf {
        String in(Er7 message);
    }
}
