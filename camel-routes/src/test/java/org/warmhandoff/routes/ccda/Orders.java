package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;

/** Invented packages of IHE 360X. */
final class Orders {

    static final String NEW = order("NW")
            + "TQ1|1||||||20261201080000-0600|20261231235959-0600|S\r"
            + "OBR|1|REF-360^^2.999.4711.5^ISO||57133-1^Referral note^LN||||||||||||1093817465^Reyes^Aaron^^^^^^NPI"
            + "|||||||||||||||F10.20^Alcohol dependence^I10\r"
            + "DG1|1||F11.20^Opioid dependence, uncomplicated^I10\rDG1|2||F51.01^Primary insomnia^I10\r"
            + "NTE|1||Bed until Friday\r";

    private Orders() {}

    /** MSH, PID and ORC of Jordan Doe's referral. */
    static String order(String control) {
        return "MSH|^~\\&|EPIC^2.999.4711.1^ISO|MERCYHOSP|HUB|SUNRISE|20261123083000-0600||OMG^O19^OMG_O19|M-" + control
                + "|P|2.5.1|||||||||360X\r"
                + "PID|1||MRN-9^^^&2.999.4711.7&ISO^MR||Doe^Jordan||19900412|F\r"
                + "ORC|" + control + "|REF-360^^2.999.4711.5^ISO|||||||20261123083000-0600\r";
    }

    static byte[] pack(String message, String... documents) {
        return pack(message, new XdmDocument.ReferralId("REF-360", "2.999.4711.5"), documents);
    }

    static byte[] pack(String message, XdmDocument.ReferralId referral, String... documents) {
        List<XdmPart> parts = new ArrayList<>();
        if (!message.isEmpty()) {
            parts.add(XdmPart.er7("OMG", "O19", message.getBytes(UTF_8)));
        }
        for (String document : documents) {
            parts.add(XdmPart.ccda(
                    new XdmDocument.Type("57133-1", "2.16.840.1.113883.6.1", "Referral note"),
                    document.getBytes(UTF_8)));
        }
        return XdmWriter.write(new XdmSubmission(
                UUID.nameUUIDFromBytes(message.getBytes(UTF_8)),
                Instant.parse("2026-11-23T14:30:00Z"),
                referral,
                new XdmSubmission.PatientId("MRN-9", "2.999.4711.7"),
                new XdmSubmission.Recipient("Sunrise", "sunrise@direct.example.org"),
                parts));
    }
}
