package org.warmhandoff.server.sandbox;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * The sandbox around one server. How to use it:
 *
 * <pre>
 * Sandbox sandbox = new Sandbox(System.out, Clock.systemUTC());
 * application.setAdditionalProfiles("sandbox");
 * application.addListeners(sandbox);                                  // opens the partners before the context
 * SandboxResult result = sandbox.run(application.run(args).getEnvironment());
 * sandbox.invite(environment);                                        // or, once: close both, exit(result.exitCode())
 * </pre>
 *
 * Ports: {@code warmhandoff.sandbox.{hospital,rehab,court}-port}, 0 for a free one; unset, the usual ones if free.
 */
public final class Sandbox implements ApplicationListener<SpringApplicationEvent>, AutoCloseable {

    private final Narrator narrator;
    private final Clock clock;
    private @Nullable Partners partners;

    public Sandbox(PrintStream out, Clock clock) {
        this.narrator = new Narrator(out);
        this.clock = clock;
    }

    /** Opens the partners' servers before the application starts, and closes them when it cannot. */
    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            open(prepared.getEnvironment());
        } else if (event instanceof ApplicationFailedEvent) {
            close();
        }
    }

    private void open(ConfigurableEnvironment environment) {
        Partners opened = Partners.open(environment, clock);
        partners = opened;
        environment.getPropertySources().addFirst(new MapPropertySource("sandbox-ports", opened.properties()));
        introduce(opened);
    }

    private void introduce(Partners opened) {
        narrator.say("Warm Handoff sandbox: five partners, strangers to the server, talk to it over real sockets.");
        narrator.say("  mercy         hospital, HL7 v2 over MLLP, listens on port "
                + opened.hospital().port());
        narrator.say("  harbor        rehab, FHIR messages, listens on port "
                + opened.rehab().port());
        narrator.say("  county-court  court, an SFTP server on port "
                + opened.court().port());
        narrator.say("  sunrise       intensive outpatient programme, hosted here");
        narrator.say("  acme-health   payer, pulls in bulk");
        narrator.say("Starting the server; the first start makes its database and takes longer.");
    }

    /** Plays the script against the running server, narrates it, and says how it went. */
    public SandboxResult run(Environment environment) throws InterruptedException {
        if (partners == null) {
            throw new IllegalStateException("the sandbox is not a listener of this application");
        }
        int port = environment.getProperty(
                "local.server.port", Integer.class, environment.getProperty("server.port", Integer.class, 8080));
        int mllpPort = environment.getProperty("warmhandoff.mllp.port", Integer.class, 2575);
        URI fhir = URI.create("http://127.0.0.1:" + port + "/fhir/");
        Run run = Run.at(clock.instant());
        narrator.say("");
        narrator.say("Run " + run.mark() + " against " + fhir + " and MLLP port " + mllpPort + ":");
        List<Chapter> chapters = new SandboxRun(partners.cast(fhir, mllpPort), run, fhir).chapters();
        List<HopResult> results = new HopRunner(narrator).run(chapters);
        narrator.closes(results);
        return new SandboxResult(
                results.size(),
                Math.toIntExact(results.stream().filter(one -> !one.ok()).count()));
    }

    /** Says that the server goes on, and what to try. */
    public void invite(Environment environment) {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String hub = "http://localhost:" + port;
        narrator.say("");
        narrator.say("Still serving at " + hub + "/. Try:");
        narrator.say("  TOKEN=$(" + ofThisProgramme("token --client staff") + ")");
        narrator.say(bearing("/fhir/Task?_sort=-_lastUpdated&_count=3", hub) + "    the newest referrals");
        narrator.say(bearing("/fhir/EpisodeOfCare?status=active", hub) + "          who is in the programme");
        if (partners != null) {
            narrator.say("  ls " + partners.court().folder() + "    what the court has");
        }
        narrator.say("Stop with Ctrl-C.");
    }

    /** Started from its sources it has no jar. */
    private static String ofThisProgramme(String command) {
        String from = String.valueOf(
                Sandbox.class.getProtectionDomain().getCodeSource().getLocation());
        return from.contains(".jar")
                ? "java -jar fhir-server/target/warmhandoff.jar " + command
                : "mvn -q spring-boot:run -Dspring-boot.run.arguments='" + command + "' | grep ^ey";
    }

    private static String bearing(String path, String hub) {
        return "  curl -s -H \"Authorization: Bearer $TOKEN\" '" + hub + path + "'";
    }

    @Override
    public void close() {
        if (partners != null) {
            partners.close();
        }
    }
}
