package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Dtm;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** XPN, XAD, XTN, PLN, XCN and DTM (HL7 v2.5.1, 2A): what the readers of these types take back as it was. */
final class Er7Types {

    private Er7Types() {}

    /** Family, given, further given names, suffix, prefix, degree, type. */
    static String xpn(HumanName name) {
        return Er7Printer.components(nameParts(name));
    }

    private static String[] nameParts(HumanName name) {
        List<StringType> given = name.getGiven();
        List<StringType> suffix = name.getSuffix();
        return new String[] {
            Er7Codes.text(name.getFamily()),
            given.isEmpty() ? "" : given.get(0).getValueNotNull(),
            rest(given, " "),
            suffix.isEmpty() ? "" : suffix.get(0).getValueNotNull(),
            name.getPrefix().stream().map(StringType::getValueNotNull).collect(Collectors.joining(" ")),
            rest(suffix, " "),
            name.hasUse() ? CodeTables.nameType(name.getUse()) : ""
        };
    }

    private static String rest(List<StringType> texts, String separator) {
        return texts.stream().skip(1).map(StringType::getValueNotNull).collect(Collectors.joining(separator));
    }

    static List<String> names(List<HumanName> names) {
        return names.stream().map(Er7Types::xpn).toList();
    }

    static String xad(Address address) {
        List<StringType> lines = address.getLine();
        return Er7Printer.components(
                lines.isEmpty() ? "" : lines.get(0).getValueNotNull(),
                rest(lines, ", "),
                Er7Codes.text(address.getCity()),
                Er7Codes.text(address.getState()),
                Er7Codes.text(address.getPostalCode()),
                Er7Codes.text(address.getCountry()),
                address.hasUse() ? CodeTables.addressType(address.getUse()) : "",
                "",
                Er7Codes.text(address.getDistrict()));
    }

    static List<String> addresses(List<Address> addresses) {
        return addresses.stream().map(Er7Types::xad).toList();
    }

    /** The number whole in XTN-12, an address of mail in XTN-4. */
    static String xtn(ContactPoint point) {
        boolean mail = point.getSystem() == ContactPoint.ContactPointSystem.EMAIL;
        String use = point.hasUse() ? CodeTables.telecomUse(point.getUse()) : "";
        boolean mobile = point.getUse() == ContactPoint.ContactPointUse.MOBILE && !mail;
        String equipment = mobile ? "CP" : point.hasSystem() ? CodeTables.telecomEquipment(point.getSystem()) : "";
        return mail
                ? Er7Printer.components("", use, equipment, Er7Codes.text(point.getValue()))
                : Er7Printer.components(
                        "", use, equipment, "", "", "", "", "", "", "", "", Er7Codes.text(point.getValue()));
    }

    static List<String> telecoms(List<ContactPoint> points) {
        return points.stream().filter(ContactPoint::hasValue).map(Er7Types::xtn).toList();
    }

    /** PLN: an NPI, or a number of the sender's own. */
    static List<String> providerNumbers(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(Identifier::hasValue)
                .filter(Er7Types::isProviderNumber)
                .map(identifier -> Er7Printer.components(
                        identifier.getValue(), CodeSystems.NPI.equals(identifier.getSystem()) ? "NPI" : "L"))
                .toList();
    }

    static boolean isProviderNumber(Identifier identifier) {
        return CodeSystems.NPI.equals(identifier.getSystem()) || Er7Printer.isBareLocal(identifier);
    }

    static String xcn(List<Identifier> identifiers, @Nullable HumanName name) {
        Identifier number = identifiers.stream()
                .filter(Identifier::hasValue)
                .filter(Er7Types::isProviderNumber)
                .findFirst()
                .orElse(null);
        String[] parts = name == null ? new String[0] : nameParts(name);
        String[] xcn = new String[13];
        java.util.Arrays.fill(xcn, "");
        System.arraycopy(parts, 0, xcn, 1, Math.min(parts.length, 6));
        xcn[9] = parts.length == 0 ? "" : parts[6];
        if (number != null) {
            xcn[0] = number.getValue();
            xcn[12] = CodeSystems.NPI.equals(number.getSystem()) ? "NPI" : "";
        }
        return Er7Printer.components(xcn);
    }

    /** Digits of the precision that there is, with the offset. */
    static String dtm(BaseDateTimeType time) {
        return Dtm.print(time.getValueAsString());
    }
}
