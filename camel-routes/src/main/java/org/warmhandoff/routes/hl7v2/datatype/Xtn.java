package org.warmhandoff.routes.hl7v2.datatype;

import java.util.StringJoiner;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** XTN, extended telecommunication number (v2-to-FHIR: Datatype XTN to ContactPoint). */
final class Xtn {

    private Xtn() {}

    static @Nullable ContactPoint contactPoint(Er7Value xtn, @Nullable ContactPointUse otherwise) {
        String value = value(xtn);
        if (value.isEmpty()) {
            return null;
        }
        return new ContactPoint().setSystem(system(xtn, value)).setValue(value).setUse(use(xtn, otherwise));
    }

    private static String value(Er7Value xtn) {
        String address = xtn.component(4);
        if (!address.isEmpty()) {
            return address;
        }
        String number = number(xtn);
        if (!number.isEmpty()) {
            return number;
        }
        return xtn.component(12).isEmpty() ? xtn.component(1) : xtn.component(12);
    }

    private static String number(Er7Value xtn) {
        if (xtn.component(7).isEmpty()) {
            return "";
        }
        StringJoiner number = new StringJoiner(" ");
        String country = xtn.component(5);
        if (!country.isEmpty()) {
            number.add(country.startsWith("+") ? country : "+" + country);
        }
        if (!xtn.component(6).isEmpty()) {
            number.add(xtn.component(6));
        }
        number.add(xtn.component(7));
        return xtn.component(8).isEmpty()
                ? number.toString()
                : number.add("x" + xtn.component(8)).toString();
    }

    private static ContactPointSystem system(Er7Value xtn, String value) {
        if (value.indexOf('@') >= 0) {
            return ContactPointSystem.EMAIL;
        }
        ContactPointSystem named = CodeTables.TELECOM_SYSTEM
                .code(xtn.component(3))
                .map(ContactPointSystem::fromCode)
                .orElse(ContactPointSystem.PHONE);
        return named == ContactPointSystem.EMAIL ? ContactPointSystem.OTHER : named;
    }

    private static @Nullable ContactPointUse use(Er7Value xtn, @Nullable ContactPointUse otherwise) {
        if (xtn.component(3).equals("CP")) {
            return ContactPointUse.MOBILE;
        }
        return CodeTables.TELECOM_USE
                .code(xtn.component(2))
                .map(ContactPointUse::fromCode)
                .orElse(otherwise);
    }
}
