package org.warmhandoff.tests.faults;

import org.warmhandoff.tests.harness.RunningServer;

/** A node and the doors through which its clients come. */
record Node(RunningServer server, FaultyProxy mllp, FaultyProxy http) implements AutoCloseable {

    static Node of(RunningServer server) {
        return new Node(server, new FaultyProxy(server::mllpPort), new FaultyProxy(server::httpPort));
    }

    String fhirBase() {
        return "http://127.0.0.1:" + http.port() + "/fhir";
    }

    @Override
    public void close() {
        mllp.close();
        http.close();
        server.close();
    }
}
