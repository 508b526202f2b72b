package org.warmhandoff.tests.harness;

import java.util.UUID;

/** Messages of a hospital about one invented client outside of referrals. */
public final class Feed {

    private final String application;
    private final String facility;
    private final Client client;
    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private int messages;

    public Feed(String application, String facility, Client client) {
        this.application = application;
        this.facility = facility;
        this.client = client;
    }

    public Client client() {
        return client;
    }

    /** Part of every number that this hospital gives here. */
    public String number() {
        return number;
    }

    /** MSH of the next message; the control id is {@link #lastControlId}. */
    public String msh(String type) {
        return "MSH|^~\\&|" + application + "|" + facility + "|IOPHUB|SUNRISE|20261201083000-0500||" + type + "|FD-"
                + number + "-" + ++messages + "|P|2.5.1\r";
    }

    public String lastControlId() {
        return "FD-" + number + "-" + messages;
    }

    public String pid() {
        return pid(client.mrn());
    }

    public String pid(String mrn) {
        return "PID|1||" + mrn + "^^^" + facility + "^MR||" + client.family() + "^" + client.given()
                + "||19900412|F|||12 Oak Ave^^Springfield^IL^62704\r";
    }

    public String adt(String event, String rest) {
        return msh("ADT^" + event) + "EVN|" + event + "|20261201\r" + pid() + rest;
    }

    /** A stay on the ward since 20 November. */
    public String stay(String discharged) {
        return "PV1|1|I|4W^12^A||||||||||||||||V" + number + "^^^" + facility + "^VN|||||||||||||||||||||||||20261120"
                + discharged + "\r";
    }

    public String siu(String event, String appointment, String start) {
        return msh("SIU^" + event) + "SCH|" + appointment + "^" + application + "||||||||60|min\r"
                + (start.isEmpty() ? "" : "TQ1|1||||||" + start + "\r") + pid() + "RGS|1|A\rAIS|1|A|GRP^Group^L\r";
    }

    public String oru(String panel, String results) {
        return msh("ORU^R01") + pid() + "OBR|1||" + panel + number + "^LAB|" + panel + "^Panel^LN|||20261203\r"
                + results;
    }
}
