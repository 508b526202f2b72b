package org.warmhandoff.tests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The requests of a run; the same seed makes the same ones of the same servers. */
final class Corpus {

    private final Random random;
    private final Values values;
    private final Searches searches;
    private final Writes writes;

    Corpus(long seed, Offered offered, Values values) {
        this.random = new Random(seed);
        this.values = values;
        this.searches = new Searches(offered, values, random);
        this.writes = new Writes(searches, values, random);
    }

    List<Probe> of(int count) {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; probes.size() < count; i++) {
            probes.add(probe(Exit.values()[i % Exit.values().length]));
        }
        return probes;
    }

    private Probe probe(Exit exit) {
        String type = searches.type().name();
        String id = values.one(random).id(type, random);
        String patient = values.one(random).id("Patient", random);
        return switch (exit) {
            case READ -> Probe.get(exit, type + "/" + id);
            case VREAD -> Probe.get(exit, type + "/" + id + "/_history/" + (1 + random.nextInt(3)));
            case HISTORY -> Probe.get(exit, searches.one("", type + "/", type + "/" + id + "/") + "_history");
            case CONDITIONAL_READ ->
                Probe.get(exit, type + "/" + id)
                        .header(
                                searches.one("If-None-Match", "If-Modified-Since"),
                                searches.one("W/\"1\"", "Sat, 21 Nov 2026 07:28:00 GMT"));
            case EVERYTHING -> Probe.get(exit, "Patient/" + patient + "/$everything");
            case EXPORT ->
                Probe.get(
                                exit,
                                searches.one("Group/" + values.withheld().id("Group", random) + "/", "Patient/", "")
                                        + "$export")
                        .header("Prefer", "respond-async");
            case EXPORTED_FILES -> Probe.get(exit, "Group/acme-health/$export").header("Prefer", "respond-async");
            case FOREIGN_PAGE ->
                Probe.get(exit, "?_getpages=" + Side.PAGE + "&_getpagesoffset=" + random.nextInt(3) + "&_count=1");
            case MEMBER_MATCH -> memberMatch(patient);
            case OPERATION -> operation(type, id, patient);
            case SUBSCRIPTION ->
                Probe.get(
                        exit,
                        "Subscription/" + values.one(random).id("Subscription", random)
                                + searches.one("/$status", "/$events", ""));
            case GRAPHQL ->
                Probe.get(exit, searches.one("$graphql", "Patient/" + patient + "/$graphql"))
                        .with(
                                "query",
                                "{PatientList(name:\"" + values.one(random).value("string", random) + "\"){id}}");
            case UPDATE, PATCH, DELETE, CONDITIONAL_WRITE, REFERENCE, BATCH, TRANSACTION -> writes.write(exit);
            default -> searches.search(exit);
        };
    }

    private Probe operation(String type, String id, String patient) {
        String operation = searches.one(
                "$meta",
                "$note",
                "$transition",
                "$relabel",
                "$court-report",
                "$validate",
                "$revoke",
                "$match",
                "$lastn",
                "$expunge");
        return random.nextBoolean()
                ? Probe.get(
                        Exit.OPERATION,
                        "Patient/" + patient + searches.one("/$disclosure-accounting", "/$meta", "/$emergency-access"))
                : Probe.send(
                        Exit.OPERATION, "POST", type + "/" + id + "/" + operation, "{\"resourceType\":\"Parameters\"}");
    }

    private Probe memberMatch(String patient) {
        return Probe.send(
                Exit.MEMBER_MATCH,
                "POST",
                "Patient/$member-match",
                """
                {"resourceType":"Parameters","parameter":[
                {"name":"MemberPatient","resource":{"resourceType":"Patient","id":"%s","name":[{"family":"%s"}],"birthDate":"%s"}},
                {"name":"CoverageToMatch","resource":{"resourceType":"Coverage","status":"active","beneficiary":{"reference":"Patient/%s"}}}]}
                """
                        .formatted(
                                patient,
                                values.one(random).value("string", random).replace("\"", ""),
                                values.one(random).value("date", random).replaceAll("^[a-z]+", ""),
                                patient));
    }
}
