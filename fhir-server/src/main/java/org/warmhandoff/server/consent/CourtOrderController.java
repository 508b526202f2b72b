package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;

/** {@code /admin/court-orders}: orders to disclose are entered, approved by two persons, and withdrawn. */
@RestController
@RequestMapping("/admin/court-orders")
class CourtOrderController {

    /** A client has no name of its own, so all of them count as one person. */
    private static final String ANY_CLIENT = "staff";

    private final CourtOrders orders;
    private final CourtOrderEntry entries;
    private final Workforce workforce;

    CourtOrderController(CourtOrders orders, CourtOrderEntry entries, Workforce workforce) {
        this.orders = orders;
        this.entries = entries;
        this.workforce = workforce;
    }

    @GetMapping
    List<OrderToDisclose> list(@RequestParam(required = false) @Nullable String patient) {
        workforce.member();
        return orders.list(patient);
    }

    @GetMapping("/{id}")
    OrderToDisclose show(@PathVariable UUID id) {
        workforce.member();
        return orders.find(id).orElseThrow(CourtOrderController::unknown);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderToDisclose enter(@RequestBody CourtOrderEntry.Written written) {
        Caller caller = workforce.member();
        CourtOrderEntry.Checked checked = entries.check(written);
        if (checked instanceof CourtOrderEntry.Checked.Fine fine) {
            return orders.enter(fine.entry(), caller.name());
        }
        throw new UnprocessableEntityException(String.join("; ", ((CourtOrderEntry.Checked.Wrong) checked).problems()));
    }

    /** Says that order and subpoena are genuine, and the list is theirs. Only a person by name is a privacy officer. */
    @PostMapping("/{id}/approve")
    OrderToDisclose approve(@PathVariable UUID id) {
        Caller caller = workforce.member();
        String user = caller.user();
        boolean named = caller.kind() == Caller.Kind.USER && user != null;
        return orders.approve(id, named ? "user:" + user : ANY_CLIENT, named && caller.has(Role.PRIVACY_OFFICER))
                .orElseThrow(CourtOrderController::unknown);
    }

    @PostMapping("/{id}/withdraw")
    OrderToDisclose withdraw(@PathVariable UUID id) {
        return orders.withdraw(id, workforce.member().name()).orElseThrow(CourtOrderController::unknown);
    }

    private static ResourceNotFoundException unknown() {
        return new ResourceNotFoundException("There is no order of that id, or it was withdrawn.");
    }
}
