package org.warmhandoff.server.identity.client;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;

/** {@code /admin/clients}, for administrators. */
@RestController
@RequestMapping("/admin/clients")
class ClientController {

    private final ClientRegistry registry;
    private final CurrentCaller current;

    ClientController(ClientRegistry registry, CurrentCaller current) {
        this.registry = registry;
        this.current = current;
    }

    @GetMapping
    List<ClientRegistry.Known> list() {
        administrator();
        return registry.all();
    }

    @PostMapping
    ClientRegistry.Known add(@RequestBody ClientEntry entry) {
        return registry.add(entry, administrator());
    }

    @DeleteMapping("/{id}")
    Map<String, String> revoke(@PathVariable String id) {
        administrator();
        registry.revoke(id);
        return Map.of("id", id);
    }

    private String administrator() {
        return current.caller()
                .filter(caller -> caller.has(Role.ADMIN) && caller.kind() != Caller.Kind.PARTNER)
                .map(Caller::name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    @ExceptionHandler(ClientRefused.class)
    ProblemDetail refused(ClientRefused refused) {
        HttpStatus status =
                switch (refused.why()) {
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case WRONG -> HttpStatus.BAD_REQUEST;
                };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
