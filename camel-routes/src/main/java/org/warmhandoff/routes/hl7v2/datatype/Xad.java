package org.warmhandoff.routes.hl7v2.datatype;

import java.util.StringJoiner;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** XAD, extended address (v2-to-FHIR: Datatype XAD to Address). */
final class Xad {

    private Xad() {}

    static @Nullable Address address(Er7Value xad) {
        Address address = new Address();
        addLine(address, street(xad));
        addLine(address, xad.component(2));
        address.setCity(text(xad.component(3)));
        address.setState(text(xad.component(4)));
        address.setPostalCode(text(xad.component(5)));
        address.setCountry(text(xad.component(6)));
        address.setDistrict(text(xad.component(9)));
        if (address.isEmpty()) {
            return null;
        }
        CodeTables.ADDRESS_USE.code(xad.component(7)).map(AddressUse::fromCode).ifPresent(address::setUse);
        return address;
    }

    /** SAD: the whole street line, or number, street and dwelling apart. */
    private static String street(Er7Value xad) {
        StringJoiner line = new StringJoiner(" ");
        for (int part = 1; part <= 3; part++) {
            String text = xad.subcomponent(1, part);
            if (!text.isEmpty()) {
                line.add(text);
            }
        }
        return line.toString();
    }

    private static void addLine(Address address, String line) {
        if (!line.isEmpty()) {
            address.addLine(line);
        }
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
