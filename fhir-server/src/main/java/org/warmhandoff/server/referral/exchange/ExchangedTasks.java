package org.warmhandoff.server.referral.exchange;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.validation.JudgedLater;

/** The Tasks that may be moved by plain writes: those whose programme works elsewhere. */
@Component
class ExchangedTasks implements JudgedLater {

    private static final Set<RestOperationTypeEnum> WRITES =
            Set.of(RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.PATCH);

    private final ReferralRegister register;
    private final PartnerDirectory partners;

    ExchangedTasks(ReferralRegister register, PartnerDirectory partners) {
        this.register = register;
        this.partners = partners;
    }

    Optional<ReferralRecord> find(@Nullable IIdType task) {
        return task == null || !task.hasIdPart()
                ? Optional.empty()
                : register.byTask(task.getIdPart()).filter(referral -> partners.byId(referral.owner())
                        .filter(owner -> !owner.hosted())
                        .isPresent());
    }

    @Override
    public boolean judgedLater(RequestDetails request) {
        return WRITES.contains(request.getRestOperationType())
                && "Task".equals(request.getResourceName())
                && find(request.getId()).isPresent();
    }
}
