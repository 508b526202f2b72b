package org.warmhandoff.tests.harness;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.tests.smart.PartnerClients;

/** The partners' part of a configuration file, as an interface engineer writes it. */
public record PartnerEntries(List<String> entries) {

    public static PartnerEntries none() {
        return new PartnerEntries(List.of());
    }

    public PartnerEntries with(String entry) {
        List<String> more = new ArrayList<>(entries);
        more.add(entry);
        return new PartnerEntries(more);
    }

    public String yaml() {
        return "warmhandoff:\n  partners:\n" + String.join("", entries);
    }

    public static String hospital(String id, String application, String facility, String address) {
        return silentHospital(id, application, facility) + "      endpoint: { type: mllp, address: \"" + address
                + "\" }\n";
    }

    /** A hospital that nothing can be sent to. */
    public static String silentHospital(String id, String application, String facility) {
        return entry(id, "hospital") + "      mllp-sender: { application: " + application + ", facility: " + facility
                + " }\n";
    }

    public static String rehab(String id, String address) {
        return entry(id, "rehab") + "      endpoint: { type: fhir, address: \"" + address + "\" }\n";
    }

    /** Works on Tasks here and is told of them by ids. */
    public static String taskExchange(String id, String hook) {
        return entry(id, "rehab") + "      endpoint: { type: fhir, address: \"" + hook + "\", notify: task }\n";
    }

    /** Works on Tasks here and looks for them by itself. */
    public static String polling(String id) {
        return entry(id, "rehab") + "      endpoint: { type: fhir, notify: none }\n";
    }

    /** Hosted here. */
    public static String programme(String id) {
        return named(id, "iop-program") + "      part2-program: true\n      levels-of-care: [\"2.1\"]\n";
    }

    public static String court(String id, String address) {
        return entry(id, "court")
                + "      endpoint: { type: sftp, address: \"" + address + "\", username: " + CourtSftpServer.USER
                + ", private-key: \"file:keys/hub\", known-hosts: \"file:keys/known_hosts\" }\n";
    }

    public static String payer(String id, String number) {
        return entry(id, "payer") + "      identifiers: [{ system: \"urn:oid:2.16.840.1.113883.6.300\", value: \""
                + number + "\" }]\n";
    }

    /** The first lines of any entry whose partner has a client of its own. */
    static String entry(String id, String kind) {
        return named(id, kind) + PartnerClients.line(id, kind);
    }

    private static String named(String id, String kind) {
        return "    - id: " + id + "\n      name: \"Partner " + id + "\"\n      kind: " + kind + "\n";
    }
}
