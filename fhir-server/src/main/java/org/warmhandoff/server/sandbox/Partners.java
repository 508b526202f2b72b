package org.warmhandoff.server.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.core.env.Environment;

/** The partners' own servers, open before the hub starts: strangers do not wait for us. */
record Partners(MllpListener hospital, Rehab rehab, Court court, SandboxClients clients) implements AutoCloseable {

    static Partners open(Environment environment, Clock clock) {
        Path dataDir = Path.of(environment.getProperty("warmhandoff.data-dir", "./data"));
        SandboxKeys keys = SandboxKeys.prepare(dataDir);
        SandboxPorts ports = new SandboxPorts(environment);
        MllpListener hospital = ports.open(SandboxPorts.HOSPITAL, 6661, port -> MllpListener.open(port, clock));
        Rehab rehab = ports.open(SandboxPorts.REHAB, 9001, Rehab::open);
        Court court = ports.open(SandboxPorts.COURT, 2022, port -> Court.open(port, keys));
        return new Partners(hospital, rehab, court, new SandboxClients(keys.clients(), dataDir, clock));
    }

    /** What the server's configuration says of them. */
    Map<String, Object> properties() {
        return Map.of(
                SandboxPorts.HOSPITAL, hospital.port(),
                SandboxPorts.REHAB, rehab.port(),
                SandboxPorts.COURT, court.port());
    }

    /**
     * Everyone, ready to talk to the server.
     *
     * @param fhir the server's FHIR base with a trailing slash
     */
    Cast cast(URI fhir, int mllpPort) {
        InetSocketAddress hub = new InetSocketAddress(InetAddress.getLoopbackAddress(), mllpPort);
        Callers callers = clients.callers(new FhirWire(fhir));
        return new Cast(
                new Hospital(hub, hospital),
                rehab,
                court,
                new Payer(callers.acme()),
                new IopStaff(callers.staff()),
                callers);
    }

    @Override
    public void close() {
        hospital.close();
        rehab.close();
        court.close();
    }
}
