package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.warmhandoff.server.identity.Role;

/** {@code /admin/emergency-access}: the privacy officer sees who was let in, and reviews it. */
@RestController
@RequestMapping("/admin/emergency-access")
class EmergencyController {

    private final EmergencyAccesses accesses;
    private final Workforce workforce;

    EmergencyController(EmergencyAccesses accesses, Workforce workforce) {
        this.accesses = accesses;
        this.workforce = workforce;
    }

    @GetMapping
    List<EmergencyAccess> list(@RequestParam(defaultValue = "true") boolean open) {
        workforce.member(Role.PRIVACY_OFFICER);
        return accesses.list(open);
    }

    @PostMapping("/{id}/review")
    EmergencyAccess review(@PathVariable UUID id) {
        return accesses.review(id, workforce.member(Role.PRIVACY_OFFICER).name())
                .orElseThrow(() -> new ResourceNotFoundException("Nothing of that id waits for review."));
    }
}
