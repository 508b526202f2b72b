package org.warmhandoff.server.sandbox;

import java.util.List;
import java.util.Map;

/** Mercy discharges a client to Sunrise, Sunrise admits, and Mercy hears each state on its own listener. */
final class HospitalChapter {

    private static final String V2 = "HL7 v2 MLLP";
    private static final String HTTP = "FHIR REST";

    private final Cast cast;
    private final Run run;
    private final Referral jordan;
    private final String message;

    HospitalChapter(Cast cast, Run run, Referral jordan) {
        this.cast = cast;
        this.run = run;
        this.jordan = jordan;
        this.message = referral(jordan, "SUNRISE", "PAY01", "Acme Health");
    }

    Chapter chapter() {
        return new Chapter(
                "A hospital discharges a client to the programme, which admits; the hospital hears each state.",
                List.of(
                        new Hop("mercy", "sunrise", V2, "REF^I12 at discharge", this::push),
                        new Hop("mercy", "sunrise", V2, "the same bytes again", this::pushAgain),
                        new Hop("hub", "sunrise", HTTP, "one Task on the worklist", limit -> {
                            return cast.staff().finds(jordan, "delivered", limit);
                        }),
                        new Hop("sunrise", "hub", HTTP, "consent naming mercy", this::consent),
                        new Hop("sunrise", "hub", HTTP, "claim", limit -> move("claim", "in-triage", limit)),
                        new Hop("sunrise", "hub", HTTP, "accept", limit -> move("accept", "accepted", limit)),
                        new Hop("sunrise", "hub", HTTP, "schedule-intake", this::scheduleIntake),
                        new Hop("sunrise", "hub", HTTP, "admit", this::admit),
                        new Hop("hub", "mercy", V2, "RRI^I12 on every state", this::heard)));
    }

    /** A REF^I12 with CR line ends, as the standard wants them. */
    static String referral(Referral referral, String receiver, String payerId, String payerName) {
        return referral.template("ref-i12.hl7")
                .with(Map.of("receiver", receiver, "payerId", payerId, "payerName", payerName))
                .text()
                .strip()
                .replace("\n", "\r")
                .concat("\r");
    }

    static Evidence acknowledged(V2Message ack, Referral referral) {
        String controlId = referral.controlId();
        if (!ack.value("MSA", 1).equals("AA") || !ack.value("MSA", 2).equals(controlId)) {
            throw new HopFailure("MSA|AA|" + controlId, ack.answer());
        }
        referral.sent(ack.text());
        return new Evidence(ack.answer(), referral.placer() + ", answered by ACK " + ack.controlId());
    }

    private Evidence push(Deadline limit) throws Exception {
        return acknowledged(cast.mercy().send(message, limit), jordan);
    }

    private Evidence pushAgain(Deadline limit) throws Exception {
        V2Message first = new V2Message(jordan.answer());
        V2Message again = cast.mercy().send(message, limit);
        if (!again.equals(first)) {
            throw new HopFailure("the first answer again: " + first.told(), again.told());
        }
        return new Evidence("same ACK " + again.controlId(), "byte for byte: " + again.told());
    }

    private Evidence consent(Deadline limit) throws Exception {
        cast.staff().signOn(run, limit);
        String body =
                jordan.known("consent-tpo.json").with("recipient", "mercy").text();
        String consent = cast.staff().wire().create("Consent", body, limit).reference();
        return new Evidence(
                "tpo-2.33, " + IopStaff.brief(consent), consent + " lets Sunrise tell mercy and acme-health");
    }

    private Evidence scheduleIntake(Deadline limit) throws Exception {
        return reached("intake-scheduled", cast.staff().scheduleIntake(jordan, limit));
    }

    private Evidence admit(Deadline limit) throws Exception {
        reached("admitted", cast.staff().admit(jordan, limit));
        return new Evidence("admitted, episode active", jordan.episode() + " of " + jordan.patient());
    }

    private Evidence move(String event, String state, Deadline limit) throws Exception {
        return reached(state, cast.staff().move(jordan, event, Map.of(), limit));
    }

    private Evidence reached(String wanted, String state) {
        if (!state.equals(wanted)) {
            throw new HopFailure(jordan.task() + " in state " + wanted, state);
        }
        return Evidence.of(state + ", " + IopStaff.brief(jordan.task()));
    }

    private Evidence heard(Deadline limit) throws Exception {
        jordan.episode();
        List<V2Message> replies = cast.mercy().hears(jordan.controlId(), "P{2,3}A{3}", limit);
        V2Message last = replies.get(replies.size() - 1);
        return new Evidence(
                "RF1-1 " + String.join(" ", Hospital.states(replies).split("")) + ", in order",
                "last RRI " + last.controlId() + " for " + last.value("RF1", 6) + ", our id " + last.value("RF1", 11));
    }
}
