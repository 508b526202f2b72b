package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.warmhandoff.tests.faults.history.Effect;
import org.warmhandoff.tests.harness.CourtSftpServer;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.FhirPeer;
import org.warmhandoff.tests.harness.FhirPeer.FhirMessage;
import org.warmhandoff.tests.harness.MllpPeer;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.Remains;

/** Those around the server, each behind a door where things happen. They write down what they take before they say so. */
final class Partners implements AutoCloseable {

    private final ConcurrentLinkedQueue<Effect> effects = new ConcurrentLinkedQueue<>();
    private final MllpPeer mercy = new MllpPeer();
    private final FhirPeer harbor = new FhirPeer();
    private final FhirPeer cedar = new FhirPeer();
    private final Path courtHome = temporary();
    private final CourtSftpServer court = new CourtSftpServer(courtHome);
    private final FaultyProxy mercyDoor = new FaultyProxy(mercy::port);
    private final FaultyProxy harborDoor = new FaultyProxy(harbor::port);
    private final FaultyProxy cedarDoor = new FaultyProxy(cedar::port);
    private final FaultyProxy courtDoor = new FaultyProxy(court::port);
    private volatile Supplier<String> acknowledgement = () -> "AA";
    private volatile IntSupplier status = () -> 200;

    Partners() {
        mercy.answers(this::heardByMercy);
        harbor.answers(message -> heardOverHttp("harbor", message));
        cedar.answers(message -> heardOverHttp("cedar", message));
    }

    List<FaultyProxy> doors() {
        return List.of(mercyDoor, harborDoor, cedarDoor, courtDoor);
    }

    /** What the hospital answers: AA takes it, anything else does not. */
    void acknowledging(Supplier<String> code) {
        acknowledgement = code;
    }

    /** What the rehab centres answer: 2xx takes it, anything else does not. */
    void answering(IntSupplier code) {
        status = code;
    }

    /** What they took, in order. */
    List<Effect> effects() {
        return Stream.concat(effects.stream(), court.renames().stream().map(Partners::packaged))
                .toList();
    }

    String configuration() {
        return PartnerEntries.none()
                .with(PartnerEntries.hospital("mercy", "EPIC", "MERCYHOSP", "127.0.0.1:" + mercyDoor.port()))
                .with(PartnerEntries.rehab("harbor", "http://127.0.0.1:" + harborDoor.port() + "/fhir"))
                .with(PartnerEntries.rehab("cedar", "http://127.0.0.1:" + cedarDoor.port() + "/fhir"))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.court("county-court", "sftp://127.0.0.1:" + courtDoor.port() + "/outgoing"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .yaml();
    }

    /** What the configuration refers to. */
    void writeKeys(Path dataDirectory) {
        court.writeKeys(dataDirectory.resolve("keys"), courtDoor.port());
    }

    @Override
    public void close() {
        doors().forEach(FaultyProxy::close);
        mercy.close();
        harbor.close();
        cedar.close();
        court.close();
        Remains.clear(courtHome);
    }

    private String heardByMercy(Er7 message) {
        String code = acknowledgement.get();
        if (code.equals("AA")) {
            effects.add(new Effect(
                    "mercy",
                    message.component("RF1", 6, 1),
                    message.controlId(),
                    message.component("RF1", 1, 1),
                    digest(message.text())));
        }
        return code;
    }

    private int heardOverHttp(String partner, FhirMessage message) {
        int code = status.getAsInt();
        if (code / 100 == 2) {
            Matcher placer = Letters.PLACER.matcher(message.json());
            // The message tells the Task as it is when it leaves, so a retry may tell more under the same id.
            effects.add(new Effect(
                    partner,
                    placer.find() ? placer.group() : "",
                    message.identifier().replace("urn:uuid:", ""),
                    message.event(),
                    ""));
        }
        return code;
    }

    /** From {@code x.tmp > county-court_docket_type_time_id.zip}. */
    private static Effect packaged(String rename) {
        String[] parts = rename.replaceFirst("^.* > ", "").replace(".zip", "").split("_");
        return new Effect(parts[0], parts[1], parts[4], parts[2], rename.replaceFirst("^.* > ", ""));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("faults-court");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
