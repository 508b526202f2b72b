package org.warmhandoff.server.partner;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerFiles;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** Turns one configured entry into a {@link Partner}, or says which entry is wrong and how. */
final class PartnerEntryReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    private final EndpointReader endpoints;
    private final Hl7v2TermsReader terms;

    PartnerEntryReader(EndpointReader endpoints) {
        this.endpoints = endpoints;
        this.terms = new Hl7v2TermsReader(endpoints);
    }

    Partner read(int index, PartnerProperties.Entry entry) {
        return read("warmhandoff.partners[" + index + "]", entry);
    }

    /** @param where how the entry is called in an error */
    Partner read(String where, PartnerProperties.Entry entry) {
        String id = required(entry.id(), where + ".id");
        check(ID.matcher(id).matches(), where + ".id", "\"" + id + "\" is not of the form [a-z0-9-]+");
        String named = where + " (" + id + ")";
        PartnerKind kind = kind(required(entry.kind(), named + ".kind"), named + ".kind");
        return new Partner(
                id,
                required(entry.name(), named + ".name"),
                kind,
                identifiers(entry.identifiers(), named),
                sender(entry.mllpSender(), named),
                entry.endpoint() == null ? null : endpoints.read(entry.endpoint(), named + ".endpoint"),
                entry.part2Program() == null ? kind.part2ByDefault() : entry.part2Program(),
                levels(entry.levelsOfCare(), kind),
                new PartnerFiles(
                        entry.inbox() == null ? null : endpoints.inbox(entry.inbox(), named + ".inbox"),
                        entry.pgpKey() == null ? null : endpoints.file(entry.pgpKey()),
                        Boolean.TRUE.equals(entry.ecfFilings())),
                terms.read(entry, named));
    }

    private static List<String> levels(List<String> levels, PartnerKind kind) {
        return levels.isEmpty() && kind == PartnerKind.IOP_PROGRAM ? List.of("2.1") : levels;
    }

    private static PartnerKind kind(String code, String where) {
        return Arrays.stream(PartnerKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidPartner(
                        where,
                        "\"" + code + "\" is none of "
                                + Arrays.stream(PartnerKind.values())
                                        .map(PartnerKind::code)
                                        .toList()));
    }

    private static List<PartnerIdentifier> identifiers(List<PartnerProperties.Identifier> identifiers, String where) {
        return identifiers.stream()
                .map(identifier -> new PartnerIdentifier(
                        required(identifier.system(), where + ".identifiers.system"),
                        required(identifier.value(), where + ".identifiers.value")))
                .toList();
    }

    private static @Nullable MllpSender sender(PartnerProperties.@Nullable Sender sender, String where) {
        return sender == null
                ? null
                : new MllpSender(
                        required(sender.application(), where + ".mllp-sender.application"),
                        required(sender.facility(), where + ".mllp-sender.facility"));
    }

    static String required(@Nullable String value, String where) {
        check(value != null && !value.isBlank(), where, "is missing");
        return java.util.Objects.requireNonNull(value).strip();
    }

    static void check(boolean condition, String where, String mistake) {
        if (!condition) {
            throw new InvalidPartner(where, mistake);
        }
    }
}
