package org.warmhandoff.tests.privacy;

import java.util.Random;

/** Makes up writes that have to fail on both: to and with what is withheld or never was. A server that takes one shows it. */
record Writes(Searches searches, Values values, Random random) {

    Probe write(Exit exit) {
        String type = searches.type().name();
        String id = values.notVisible(random).id(type, random);
        String patient = "Patient/" + values.notVisible(random).id("Patient", random);
        return switch (exit) {
            case UPDATE -> matched(Probe.send(exit, "PUT", type + "/" + id, resource(type, id, patient)));
            case PATCH ->
                matched(Probe.send(
                        exit,
                        "PATCH",
                        type + "/" + id,
                        "[{\"op\":\"test\",\"path\":\"/id\",\"value\":\"" + id + "\"}]"));
            case DELETE -> matched(Probe.send(exit, "DELETE", type + "/" + id, ""));
            case CONDITIONAL_WRITE -> conditional(type, patient);
            case REFERENCE -> Probe.send(exit, "POST", type, about(type, patient));
            case BATCH -> bundle(exit, "batch", type + "/" + id, patient);
            default -> bundle(exit, "transaction", type + "/" + id, patient);
        };
    }

    private Probe matched(Probe probe) {
        return random.nextInt(3) == 0
                ? probe.header("If-Match", "W/\"" + (1 + random.nextInt(2)) + "\"")
                : probe.header("Prefer", "return=representation");
    }

    private Probe conditional(String type, String patient) {
        Known known = values.one(random);
        String token = known.value("token", random);
        int kind = random.nextInt(3);
        if (kind == 0) {
            return Probe.send(Exit.CONDITIONAL_WRITE, "POST", type, about(type, patient))
                    .header("If-None-Exist", "identifier=" + token);
        }
        return Probe.send(
                        Exit.CONDITIONAL_WRITE,
                        kind == 1 ? "PUT" : "DELETE",
                        type,
                        kind == 1 ? about(type, patient) : "")
                .with("identifier", token);
    }

    private Probe bundle(Exit exit, String kind, String reference, String patient) {
        String type = reference.substring(0, reference.indexOf('/'));
        String first = random.nextBoolean()
                ? entry("GET", random.nextBoolean() ? reference : type + "?patient=" + patient, "")
                : entry("PUT", reference, resource(type, reference.substring(type.length() + 1), patient));
        String second = random.nextBoolean() ? entry("GET", patient, "") : entry("POST", type, about(type, patient));
        return Probe.send(
                exit,
                "POST",
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[" + first + "," + second + "]}");
    }

    private static String entry(String method, String url, String resource) {
        return "{" + (resource.isEmpty() ? "" : "\"resource\":" + resource + ",") + "\"request\":{\"method\":\""
                + method + "\",\"url\":\"" + url + "\"}}";
    }

    private static String about(String type, String patient) {
        return resource(type, "", patient);
    }

    /** Says so little that it breaks profiles; which is said of it may not depend on what is stored. */
    private static String resource(String type, String id, String patient) {
        String reference =
                switch (type) {
                    case "Patient" -> "\"link\":[{\"type\":\"seealso\",\"other\":" + to(patient) + "}]";
                    case "Task" -> "\"status\":\"requested\",\"intent\":\"order\",\"for\":" + to(patient);
                    case "Coverage" -> "\"status\":\"active\",\"beneficiary\":" + to(patient);
                    case "Consent", "EpisodeOfCare" -> "\"status\":\"active\",\"patient\":" + to(patient);
                    case "Group",
                            "Organization",
                            "Practitioner",
                            "Location",
                            "Slot",
                            "Schedule",
                            "Appointment",
                            "Provenance" ->
                        "\"extension\":[{\"url\":\"urn:test\",\"valueReference\":" + to(patient) + "}]";
                    default -> "\"subject\":" + to(patient);
                };
        return "{\"resourceType\":\"" + type + "\"," + (id.isEmpty() ? "" : "\"id\":\"" + id + "\",") + reference + "}";
    }

    private static String to(String reference) {
        return "{\"reference\":\"" + reference + "\"}";
    }
}
