package org.warmhandoff.profiles.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The referral state machine as SVG. The arrows are read from the generated {@code docs/referral-states.md}, so the picture
 * cannot say anything else than the code; only where each state stands is laid down here.
 */
final class StateMachinePicture {

    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+) : (\\S+)$");
    private static final int WIDTH = 1545;
    private static final int HEIGHT = 690;
    private static final List<String> FINAL = List.of("declined", "cancelled", "expired", "delivery_failed");

    /** Centre of each state. */
    private static final Map<String, Point> PLACES = Map.ofEntries(
            place("created", 85, 240),
            place("delivered", 310, 240),
            place("delivery_failed", 197, 370),
            place("in_triage", 535, 240),
            place("info_requested", 270, 60),
            place("consent_pending", 535, 60),
            place("authorization_pending", 800, 60),
            place("waitlisted", 700, 370),
            place("accepted", 770, 240),
            place("declined", 535, 480),
            place("intake_scheduled", 1020, 240),
            place("intake_missed", 1020, 380),
            place("admitted", 1240, 240),
            place("discharge_pending", 1240, 370),
            place("closed_transferred", 1460, 240),
            place("closed_completed", 1460, 370),
            place("closed_left", 1460, 470),
            place("any_open", 197, 600),
            place("cancellation_requested", 535, 600),
            place("cancelled", 850, 600),
            place("expired", 197, 490));

    private record Point(double x, double y) {
        Point towards(Point other, double share) {
            return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
        }
    }

    private record Arrow(String from, String to, String event) {}

    private final List<Arrow> arrows;

    private StateMachinePicture(List<Arrow> arrows) {
        this.arrows = arrows;
    }

    static StateMachinePicture of(String states) {
        return new StateMachinePicture(ARROW.matcher(states)
                .results()
                .map((MatchResult match) -> new Arrow(match.group(1), match.group(2), match.group(3)))
                .toList());
    }

    String svg() {
        StringBuilder svg = new StringBuilder(
                """
                <figure class="states" tabindex="0">
                <svg viewBox="0 0 %d %d" role="img" aria-labelledby="states-title states-text">
                <title id="states-title">The states of a referral</title>
                <desc id="states-text">Each state is a box, each event an arrow; the table below says the same in words.</desc>
                <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
                <path d="M0 0 8 4 0 8z"/></marker></defs>
                """
                        .formatted(WIDTH, HEIGHT));
        arrows.forEach(arrow -> svg.append(arrow(arrow)));
        PLACES.forEach((state, point) -> svg.append(box(state, point)));
        return svg.append(
                        "</svg><figcaption>The states of a referral and the events that move it.</figcaption></figure>")
                .toString();
    }

    private String arrow(Arrow arrow) {
        Point from = point(arrow.from());
        Point to = point(arrow.to());
        double bend = bend(arrow);
        Point middle = from.towards(to, 0.5);
        double length = Math.hypot(to.x - from.x, to.y - from.y);
        Point control =
                new Point(middle.x - (to.y - from.y) / length * bend, middle.y + (to.x - from.x) / length * bend);
        Point start = edge(from, control);
        Point end = edge(to, control);
        Point label = onCurve(start, control, end, returned(arrow) ? 0.36 : 0.5);
        return String.format(
                Locale.ROOT,
                "<path class=\"arrow\" d=\"M%.0f %.0fQ%.0f %.0f %.0f %.0f\" marker-end=\"url(#tip)\"/><text class=\"event\" x=\"%.0f\" y=\"%.0f\">%s</text>%n",
                start.x,
                start.y,
                control.x,
                control.y,
                end.x,
                end.y,
                label.x,
                label.y + 4,
                Html.text(arrow.event()));
    }

    /** How far an arrow leaves the straight line: away from the arrow back, and from its twins. */
    private double bend(Arrow arrow) {
        List<Arrow> twins = new ArrayList<>(arrows);
        twins.removeIf(
                other -> !other.from().equals(arrow.from()) || !other.to().equals(arrow.to()));
        boolean far = arrow.event().equals("withdraw");
        return (returned(arrow) ? 44 : 0) + (far ? 90 : 0) + 40 * twins.indexOf(arrow);
    }

    /** Whether another arrow leads back; then the labels stand near the starts, apart from each other. */
    private boolean returned(Arrow arrow) {
        return arrows.stream()
                .anyMatch(other -> other.from().equals(arrow.to()) && other.to().equals(arrow.from()));
    }

    private static Point onCurve(Point start, Point control, Point end, double share) {
        return start.towards(control, share).towards(control.towards(end, share), share);
    }

    /** Where the line from a state's centre leaves its box. */
    private static Point edge(Point centre, Point towards) {
        double dx = towards.x - centre.x;
        double dy = towards.y - centre.y;
        double share = Math.min(77 / Math.max(Math.abs(dx), 1e-9), 19 / Math.max(Math.abs(dy), 1e-9));
        return new Point(centre.x + dx * Math.min(share, 1), centre.y + dy * Math.min(share, 1));
    }

    private static String box(String state, Point at) {
        String kind = state.startsWith("closed") || FINAL.contains(state) ? "state final" : "state";
        String name = state.equals("any_open") ? "any open state" : state.replace('_', '-');
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"150\" height=\"34\" rx=\"6\"/><text class=\"name\" x=\"%.0f\" y=\"%.0f\">%s</text>%n",
                kind,
                at.x - 75,
                at.y - 17,
                at.x,
                at.y + 4,
                Html.text(name));
    }

    private static Point point(String state) {
        Point point = PLACES.get(state);
        if (point == null) {
            throw new IllegalArgumentException("The picture has no place for the state " + state);
        }
        return point;
    }

    private static Map.Entry<String, Point> place(String state, double x, double y) {
        return Map.entry(state, new Point(x, y));
    }
}
