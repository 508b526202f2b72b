package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Mercy refers a client to Harbor, and Harbor steps another one down to Sunrise. */
final class RehabChapter {

    private static final String V2 = "HL7 v2 MLLP";
    private static final String MESSAGE = "FHIR message";

    private final Cast cast;
    private final URI hub;
    private final Referral avery;
    private final Referral riley;

    RehabChapter(Cast cast, URI hub, Referral avery, Referral riley) {
        this.cast = cast;
        this.hub = hub;
        this.avery = avery;
        this.riley = riley;
    }

    Chapter chapter() {
        return new Chapter(
                "The hospital refers to a rehab center, and the rehab center steps a client down to the programme.",
                List.of(
                        new Hop("mercy", "harbor", V2, "REF^I12 for residential", this::push),
                        new Hop("hub", "harbor", MESSAGE, "the referral as a Bundle", this::arrives),
                        new Hop("harbor", "sunrise", MESSAGE, "steps a client down", this::stepDown),
                        new Hop("hub", "sunrise", "FHIR REST", "one Task on the worklist", limit -> {
                            return cast.staff().finds(riley, "delivered", limit);
                        }),
                        new Hop("sunrise", "hub", "FHIR REST", "takes the client in", this::takeIn),
                        new Hop("hub", "harbor", MESSAGE, "hears of the admission", this::hearsOfAdmission)));
    }

    private Evidence push(Deadline limit) throws Exception {
        String message = HospitalChapter.referral(avery, "HARBOR", "PAY77", "Prairie Mutual");
        return HospitalChapter.acknowledged(cast.mercy().send(message, limit), avery);
    }

    private Evidence arrives(Deadline limit) throws Exception {
        avery.answer();
        JsonNode message = cast.harbor()
                .receives(
                        "a message I12 with " + avery.placer(),
                        about(avery.placer()).and(is("I12")),
                        limit);
        Evidence task = cast.staff().finds(avery, "delivered", limit);
        String id = message.at("/identifier/value").asText();
        return new Evidence(
                "delivered, " + message.path("entry").size() + " entries",
                "Bundle.identifier " + id + "; " + task.detail());
    }

    private Evidence stepDown(Deadline limit) throws Exception {
        String message = riley.template("step-down-message.json")
                .with(Map.of(
                        "hub",
                        hub.toString(),
                        "harbor",
                        "http://127.0.0.1:" + cast.harbor().port() + "/fhir"))
                .text();
        Reply reply =
                cast.callers().harbor().post("$process-message", message, limit).expect(200, 202);
        riley.sent("HTTP " + reply.status());
        return Evidence.of(riley.answer() + " for " + riley.controlId());
    }

    private Evidence takeIn(Deadline limit) throws Exception {
        return IntakeDesk.takeIn(cast.staff(), riley, limit);
    }

    private Evidence hearsOfAdmission(Deadline limit) throws Exception {
        riley.episode();
        JsonNode message = cast.harbor()
                .receives(
                        "a message with " + riley.placer() + " in state admitted",
                        about(riley.placer()).and(text("\"admitted\"")),
                        limit);
        return Evidence.of(
                "event " + message.at("/entry/0/resource/eventCoding/code").asText() + ", admitted");
    }

    private static Predicate<JsonNode> about(String placer) {
        return text("\"" + placer + "\"");
    }

    private static Predicate<JsonNode> text(String part) {
        return message -> message.toString().contains(part);
    }

    private static Predicate<JsonNode> is(String event) {
        return message ->
                event.equals(message.at("/entry/0/resource/eventCoding/code").asText());
    }
}
