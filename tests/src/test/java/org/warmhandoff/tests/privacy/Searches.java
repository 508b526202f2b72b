package org.warmhandoff.tests.privacy;

import java.util.List;
import java.util.Random;

/** Makes up searches. */
record Searches(Offered offered, Values values, Random random) {

    private static final List<String> COUNTS =
            List.of("_total=accurate", "_total=estimate", "_summary=count", "_count=0", "_total=none");
    private static final List<String> SHAPES = List.of(
            "_elements=id",
            "_summary=true",
            "_summary=data",
            "_pretty=true",
            "_format=json",
            "_format=xml",
            "_count=1");

    Probe search(Exit exit) {
        Offered.Type type = type();
        Probe probe = plain(exit, type);
        return switch (exit) {
            case POST_SEARCH -> new Probe(exit, "POST", type.name() + "/_search", probe.query(), List.of(), "");
            case INCLUDE -> included(probe, type);
            case HAS -> has(exit, type);
            case CHAIN -> chained(exit, type);
            case SORT ->
                probe.with("_sort", sign() + type.parameter(random).name()).with("_count", "2");
            case COUNTS -> shaped(probe, COUNTS);
            case PAGES -> probe.with("_count", "1").with("_offset", "" + random.nextInt(3));
            case LAST_UPDATED ->
                Probe.get(exit, type.name())
                        .with(
                                "_lastUpdated",
                                one("ge", "lt", "gt") + values.one(random).value("date", random));
            case COMPARTMENT ->
                Probe.get(exit, "Patient/" + values.one(random).id("Patient", random) + "/" + type.name());
            case SYSTEM_SEARCH ->
                Probe.get(exit, "").with("_id", values.one(random).id(type.name(), random));
            default -> random.nextInt(3) == 0 ? shaped(probe, SHAPES) : probe;
        };
    }

    Probe plain(Exit exit, Offered.Type type) {
        Probe probe = Probe.get(exit, type.name());
        for (int i = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            Offered.Parameter parameter = type.parameter(random);
            probe = probe.with(parameter.name() + modifier(parameter), value(type, parameter));
        }
        return probe;
    }

    private String value(Offered.Type type, Offered.Parameter parameter) {
        Known known = values.one(random);
        return parameter.name().equals("_id") ? known.id(type.name(), random) : known.value(parameter.kind(), random);
    }

    private String modifier(Offered.Parameter parameter) {
        if (random.nextInt(6) > 0) {
            return "";
        }
        return switch (parameter.kind()) {
            case "string" -> one(":exact", ":contains", ":missing");
            case "token" -> one(":not", ":text", ":in", ":missing");
            case "reference" -> one(":Patient", ":identifier", ":missing");
            default -> ":missing";
        };
    }

    private Probe included(Probe probe, Offered.Type type) {
        Probe with = probe;
        if (!type.includes().isEmpty()) {
            with = with.with(
                    "_include",
                    type.includes().get(random.nextInt(type.includes().size())));
        }
        return type.revIncludes().isEmpty()
                ? with.with("_revinclude:iterate", "*")
                : with.with(
                        "_revinclude",
                        type.revIncludes().get(random.nextInt(type.revIncludes().size())));
    }

    private Probe has(Exit exit, Offered.Type type) {
        Offered.Type from = type();
        List<Offered.Parameter> links = from.references();
        String link = links.isEmpty()
                ? "patient"
                : links.get(random.nextInt(links.size())).name();
        Offered.Parameter asked = from.parameter(random);
        return Probe.get(exit, type.name())
                .with("_has:" + from.name() + ":" + link + ":" + asked.name(), value(from, asked));
    }

    private Probe chained(Exit exit, Offered.Type type) {
        List<Offered.Parameter> links = type.references();
        String link = links.isEmpty()
                ? "patient"
                : links.get(random.nextInt(links.size())).name();
        Offered.Type to = random.nextBoolean() ? offered.named("Patient") : type();
        Offered.Parameter asked = to.parameter(random);
        return Probe.get(exit, type.name())
                .with(link + (random.nextBoolean() ? ":" + to.name() : "") + "." + asked.name(), value(to, asked));
    }

    private Probe shaped(Probe probe, List<String> shapes) {
        String[] pair = shapes.get(random.nextInt(shapes.size())).split("=");
        return probe.with(pair[0], pair[1]);
    }

    /** What is about patients more often than what is not. */
    Offered.Type type() {
        return random.nextInt(3) == 0
                ? offered.any(random)
                : offered.named(one(
                        "Patient",
                        "Task",
                        "ServiceRequest",
                        "Observation",
                        "Encounter",
                        "Condition",
                        "Coverage",
                        "Consent",
                        "DocumentReference",
                        "EpisodeOfCare",
                        "Group",
                        "Appointment",
                        "Provenance"));
    }

    private String sign() {
        return random.nextBoolean() ? "-" : "";
    }

    String one(String... from) {
        return from[random.nextInt(from.length)];
    }
}
