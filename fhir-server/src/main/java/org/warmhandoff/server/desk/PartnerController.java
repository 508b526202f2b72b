package org.warmhandoff.server.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.partner.PartnerCredential;
import org.warmhandoff.server.partner.PartnerCredentials;
import org.warmhandoff.server.partner.PartnerRefused;
import org.warmhandoff.server.partner.PartnerRegistry;

/** {@code /admin/partners}: partners are added, changed, paused, tried out and removed while the server runs. */
@RestController
@RequestMapping("/admin/partners")
class PartnerController {

    private final PartnerRegistry registry;
    private final PartnerCredentials credentials;
    private final PartnerChecks checks;
    private final DeliveryQueue deliveries;
    private final DeskRecord record;
    private final DeskActor actor;

    PartnerController(
            PartnerRegistry registry,
            PartnerCredentials credentials,
            PartnerChecks checks,
            DeliveryQueue deliveries,
            DeskRecord record,
            DeskActor actor) {
        this.registry = registry;
        this.credentials = credentials;
        this.checks = checks;
        this.deliveries = deliveries;
        this.record = record;
        this.actor = actor;
    }

    /** @param credentials what runs out, and when */
    record Shown(PartnerRegistry.Known partner, List<PartnerCredential> credentials) {}

    @GetMapping
    List<PartnerRegistry.Known> list(HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return registry.all();
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable String id, HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return new Shown(
                registry.find(id).orElseThrow(() -> DeskProblem.notFound("There is no partner of that id.")),
                credentials.of(id));
    }

    @PutMapping("/{id}")
    PartnerRegistry.Known put(@PathVariable String id, @RequestBody JsonNode entry, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.PARTNERS);
        PartnerRegistry.Known known = registry.put(id, entry, who);
        record.note(who, "partner-put", id, "stored");
        return known;
    }

    @PostMapping("/{id}/pause")
    PartnerRegistry.Known pause(@PathVariable String id, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.PARTNERS);
        PartnerRegistry.Known known = registry.pause(id, who);
        record.note(who, "partner-pause", id, "paused");
        return known;
    }

    @PostMapping("/{id}/resume")
    PartnerRegistry.Known resume(@PathVariable String id, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.PARTNERS);
        PartnerRegistry.Known known = registry.resume(id);
        record.note(who, "partner-resume", id, "resumed");
        return known;
    }

    /** @param cancel whether what has not left yet is cancelled; without it, such deliveries keep the partner */
    @DeleteMapping("/{id}")
    Map<String, Object> remove(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean cancel, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.PARTNERS);
        registry.removable(id);
        if (!cancel && deliveries.waiting(id)) {
            throw DeskProblem.conflict(
                    "Deliveries to " + id + " wait: let them leave, or cancel them with cancel=true.");
        }
        int cancelled = cancel ? deliveries.cancel(DeliveryFilter.toPartner(id), "partner-removed") : 0;
        registry.remove(id);
        record.note(who, "partner-remove", id, cancelled + " cancelled");
        return Map.of("id", id, "cancelled", cancelled);
    }

    @PostMapping("/reload")
    PartnerRegistry.Reloaded reload(HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.PARTNERS);
        PartnerRegistry.Reloaded reloaded = registry.reload();
        record.note(who, "partner-reload", "configuration", "read");
        return reloaded;
    }

    /** Whether it is there and lets us in. */
    @PostMapping("/{id}/test")
    PartnerChecks.Card test(@PathVariable String id, HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.PARTNERS);
        return checks.of(id, false);
    }

    /** Exchanges test messages. */
    @PostMapping("/{id}/check")
    PartnerChecks.Card check(@PathVariable String id, HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.PARTNERS);
        return checks.of(id, true);
    }

    @ExceptionHandler(PartnerRefused.class)
    ProblemDetail refused(PartnerRefused refused) {
        HttpStatus status =
                switch (refused.why()) {
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case WRONG -> HttpStatus.BAD_REQUEST;
                };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
