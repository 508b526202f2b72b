package org.warmhandoff.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /admin/messages}: lists, shows and replays messages. */
@RestController
@RequestMapping("/admin/messages")
class MessageController {

    private final MessageDesk desk;
    private final MessageBodies bodies;
    private final MessageReplay replay;
    private final DeskRecord record;
    private final DeskActor actor;

    MessageController(
            MessageDesk desk, MessageBodies bodies, MessageReplay replay, DeskRecord record, DeskActor actor) {
        this.desk = desk;
        this.bodies = bodies;
        this.replay = replay;
        this.record = record;
        this.actor = actor;
    }

    /** A filter in the address; numbers of patients are better sent to {@link #search}, which no log of a proxy shows. */
    @GetMapping
    MessagePage list(
            MessageFilter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return desk.find(filter.checked(), MessagePage.Cursor.parse(after), limit);
    }

    @PostMapping("/search")
    MessagePage search(
            @RequestBody MessageFilter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return desk.find(filter.checked(), MessagePage.Cursor.parse(after), limit);
    }

    @GetMapping("/buckets")
    List<MessageDesk.Bucket> buckets(HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return desk.buckets();
    }

    @GetMapping("/{id}")
    MessageDetail show(@PathVariable String id, HttpServletRequest request) {
        actor.allowed(request, DeskActor.Right.LIST);
        return desk.show(MessageRef.parse(id));
    }

    @GetMapping("/{id}/body")
    ResponseEntity<byte[]> body(@PathVariable String id, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.BODY);
        MessageRef ref = MessageRef.parse(id);
        MessageBody body = bodies.of(ref);
        record.note(who, "body", ref.toString(), "shown");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Message-Content-Type", body.contentType().replaceAll("[^ -~]", "?"))
                // Never rendered by a browser, never kept on the way.
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ref + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(body.bytes());
    }

    @PostMapping("/{id}/replay")
    ReplayOutcome replay(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.REPLAY);
        ReplayOutcome outcome = replay.replay(MessageRef.parse(id), dryRun);
        note(who, dryRun, outcome);
        return outcome;
    }

    @PostMapping("/replay")
    ReplayReport replayAll(
            @RequestBody MessageFilter filter,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request) {
        String who = actor.allowed(request, DeskActor.Right.REPLAY);
        ReplayReport report = replay.replayAll(filter.checked(), dryRun);
        report.messages().forEach(outcome -> note(who, dryRun, outcome));
        return report;
    }

    private void note(String who, boolean dryRun, ReplayOutcome outcome) {
        record.note(who, dryRun ? "replay-dry-run" : "replay", outcome.id(), outcome.outcome());
    }
}
