package org.warmhandoff.routes.hl7v2.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.In1Mapper.Mapped;
import org.warmhandoff.routes.hl7v2.segment.MessageSegments.Contacted;

/**
 * AUT to the authorization extension of ServiceRequest; AUT-1 to 3 say whose Coverage it is. A map of our own, the guide
 * has none.
 */
public final class AutMapper {

    private static final String URL = Canonical.structureDefinition("iop-authorization");

    private final List<Mapped> insurances;

    public AutMapper(List<Mapped> insurances) {
        this.insurances = insurances;
    }

    public void map(Contacted authorization, ServiceRequest request) {
        Fields aut = authorization.segment();
        aut.skip(1, 2, 3);
        Extension extension = new Extension(URL);
        Identifier number = aut.entity(6);
        if (number != null) {
            nameIssuer(aut, number);
            extension.addExtension("identifier", number);
        }
        Period period = aut.period(4, 5);
        if (period != null) {
            extension.addExtension("period", period);
        }
        addUnits(aut, 8, "requestedUnits", extension);
        addUnits(aut, 9, "authorizedUnits", extension);
        if (extension.hasExtension()) {
            request.addExtension(extension);
        }
        payor(aut)
                .ifPresentOrElse(
                        mapped -> {
                            addNumber(aut, mapped);
                            CtdMapper.map(authorization.contacts(), mapped.payor());
                        },
                        () -> aut.note(2, "matches no IN1"));
    }

    private static void nameIssuer(Fields aut, Identifier number) {
        if (!number.hasAssigner() && aut.has(3)) {
            number.setAssigner(new Reference().setDisplay(aut.text(3)));
        }
    }

    private Optional<Mapped> payor(Fields aut) {
        return insurances.stream().filter(mapped -> isNamed(aut, mapped)).findFirst();
    }

    private static boolean isNamed(Fields aut, Mapped mapped) {
        boolean plan = !mapped.planId().isEmpty() && mapped.planId().equals(aut.text(1));
        boolean number = mapped.payor().getIdentifier().stream()
                .anyMatch(identifier -> identifier.getValue().equals(aut.text(2)));
        return plan || number || mapped.payor().getName().equalsIgnoreCase(aut.text(3));
    }

    /** AUT-2 often says who assigned the payer's number when IN1-3 does not. */
    private static void addNumber(Fields aut, Mapped mapped) {
        for (Identifier number : aut.payerNumbers(2)) {
            boolean known = mapped.payor().getIdentifier().stream()
                    .anyMatch(identifier -> identifier.getValue().equals(number.getValue())
                            && identifier.getSystem().equals(number.getSystem()));
            if (!known && number.hasAssigner()) {
                mapped.payor().addIdentifier(number);
            }
        }
    }

    private static void addUnits(Fields aut, int field, String name, Extension extension) {
        BigDecimal units = aut.number(field);
        if (units != null) {
            extension.addExtension(name, quantity(units, aut.text(field, 2)));
        }
    }

    private static Quantity quantity(BigDecimal units, @Nullable String unit) {
        Quantity quantity = new Quantity().setValue(units);
        return unit == null || unit.isEmpty() ? quantity : quantity.setUnit(unit);
    }
}
