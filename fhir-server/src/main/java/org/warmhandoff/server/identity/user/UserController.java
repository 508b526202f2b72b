package org.warmhandoff.server.identity.user;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;

/** {@code /admin/users}, for administrators. */
@RestController
@RequestMapping("/admin/users")
class UserController {

    private final UserRegistry registry;
    private final UserEvents events;
    private final CurrentCaller current;
    private final Clock clock;

    UserController(UserRegistry registry, UserEvents events, CurrentCaller current, Clock clock) {
        this.registry = registry;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    List<UserView> list() {
        administrator();
        return registry.all().stream().map(user -> UserView.of(user, clock)).toList();
    }

    @GetMapping("/events")
    List<UserEvents.Told> events(@RequestParam(required = false) @Nullable String user) {
        administrator();
        return events.last(user);
    }

    @PostMapping
    UserRegistry.Credential add(@RequestBody UserEntry entry) {
        return registry.add(entry, administrator());
    }

    @PostMapping("/{name}/roles")
    Map<String, String> roles(@PathVariable String name, @RequestBody UserEntry entry) {
        registry.changeRoles(name, entry.roleCodes(), administrator());
        return Map.of("name", name);
    }

    @PostMapping("/{name}/practitioner")
    Map<String, String> practitioner(@PathVariable String name, @RequestBody UserEntry entry) {
        String reference = entry.practitioner();
        registry.changePractitioner(name, reference == null ? "" : reference, administrator());
        return Map.of("name", name);
    }

    @PostMapping("/{name}/password")
    UserRegistry.Credential password(@PathVariable String name) {
        return registry.resetPassword(name, administrator());
    }

    @PostMapping("/{name}/disable")
    Map<String, String> disable(@PathVariable String name) {
        registry.disable(name, administrator());
        return Map.of("name", name);
    }

    @PostMapping("/{name}/enable")
    Map<String, String> enable(@PathVariable String name) {
        registry.enable(name, administrator());
        return Map.of("name", name);
    }

    @PostMapping("/{name}/unlock")
    Map<String, String> unlock(@PathVariable String name) {
        registry.unlock(name, administrator());
        return Map.of("name", name);
    }

    private String administrator() {
        return current.caller()
                .filter(caller -> caller.has(Role.ADMIN) && caller.kind() != Caller.Kind.PARTNER)
                .map(Caller::name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    @ExceptionHandler(UserRefused.class)
    ProblemDetail refused(UserRefused refused) {
        HttpStatus status =
                switch (refused.why()) {
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case WRONG -> HttpStatus.BAD_REQUEST;
                };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
