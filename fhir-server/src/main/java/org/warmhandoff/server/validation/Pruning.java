package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.json.model.JsonArray;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.jspecify.annotations.Nullable;

/** Cuts the element that a finding's path names, and what is empty without it, out of a resource in JSON. Pure. */
final class Pruning {

    private static final Pattern STEP = Pattern.compile("([A-Za-z_]+)(?:\\[(\\d+)])?");
    private static final Pattern TYPE = Pattern.compile("ofType\\(([A-Za-z]+)\\)");

    private record Step(String name, @Nullable Integer index) {}

    private Pruning() {}

    /** False when the path names nothing that could be cut: the resource itself, or what is not there. */
    static boolean remove(JsonObject resource, String path) {
        List<Step> steps = steps(path);
        return !steps.isEmpty() && remove(resource, steps, 0);
    }

    private static boolean remove(JsonObject object, List<Step> steps, int at) {
        Step step = steps.get(at);
        JsonElement value = object.get(step.name);
        boolean last = at == steps.size() - 1;
        if (value == null) {
            return at > 0 && cutHere(object);
        }
        if (value instanceof JsonArray array) {
            return inArray(object, array, steps, at);
        }
        if (last || !(value instanceof JsonObject inner)) {
            cut(object, step.name);
            return true;
        }
        boolean removed = remove(inner, steps, at + 1);
        if (removed && inner.getProperties().isEmpty()) {
            cut(object, step.name);
        }
        return removed;
    }

    /** The element is missing, so its parent cannot be mended: it goes as a whole. */
    private static boolean cutHere(JsonObject parent) {
        parent.clear();
        return true;
    }

    private static boolean inArray(JsonObject object, JsonArray array, List<Step> steps, int at) {
        Step step = steps.get(at);
        int index = step.index == null ? 0 : step.index;
        if (index >= array.size()) {
            return false;
        }
        boolean removed = true;
        boolean whole = at == steps.size() - 1 || !(array.get(index) instanceof JsonObject);
        if (!whole) {
            JsonObject inner = (JsonObject) array.get(index);
            removed = remove(inner, steps, at + 1);
            whole = removed && inner.getProperties().isEmpty();
        }
        if (whole) {
            array.getItems().remove(index);
        }
        if (array.size() == 0) {
            cut(object, step.name);
        }
        return removed;
    }

    /** A primitive's extensions stand beside it, under its name with an underscore. */
    private static void cut(JsonObject object, String name) {
        object.remove(name);
        object.remove("_" + name);
    }

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        String[] parts = path.split("\\.");
        for (int i = 1; i < parts.length; i++) {
            Matcher type = TYPE.matcher(parts[i]);
            Matcher step = STEP.matcher(parts[i]);
            if (type.matches() && !steps.isEmpty()) {
                String of = type.group(1);
                String name = steps.remove(steps.size() - 1).name;
                steps.add(new Step(name + Character.toUpperCase(of.charAt(0)) + of.substring(1), null));
            } else if (step.matches()) {
                Integer index = step.group(2) == null ? null : Integer.valueOf(step.group(2));
                steps.add(new Step(step.group(1), index));
            } else {
                return List.of();
            }
        }
        return steps;
    }
}
