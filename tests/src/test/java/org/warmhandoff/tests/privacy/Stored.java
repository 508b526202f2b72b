package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What two servers hold, as somebody sees who sees everything; what only the second holds is withheld from all others. */
record Stored(Side without, Side with, String overseer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 200;

    Offered offered() {
        return Offered.of(json(without, "metadata"));
    }

    Values values(Offered offered) {
        List<JsonNode> visible = new ArrayList<>();
        List<JsonNode> withheld = new ArrayList<>();
        for (Offered.Type type : offered.types()) {
            List<JsonNode> here = resources(without, type.name());
            Set<String> ids = new TreeSet<>();
            here.forEach(each -> ids.add(each.path("id").asText()));
            visible.addAll(here);
            resources(with, type.name()).stream()
                    .filter(each -> !ids.contains(each.path("id").asText()))
                    .forEach(withheld::add);
        }
        if (withheld.isEmpty()) {
            throw new IllegalStateException("Nothing is withheld: the second server holds no more than the first");
        }
        return new Values(Known.of(visible), Known.of(withheld));
    }

    private List<JsonNode> resources(Side side, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : json(side, type + "?_count=" + MOST).path("entry")) {
            if (entry.path("search").path("mode").asText().equals("match")) {
                found.add(entry.path("resource"));
            }
        }
        return found;
    }

    private JsonNode json(Side side, String path) {
        try {
            return JSON.readTree(
                    side.raw(overseer, Probe.get(Exit.SEARCH, path)).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
