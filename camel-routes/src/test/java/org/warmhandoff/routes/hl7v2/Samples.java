package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerIdentifier;
import org.warmhandoff.routes.partner.PartnerKind;

/** Two partners, and a referral of invented data from one to the other. */
final class Samples {

    static final Partner MERCY = partner(
            "mercy",
            PartnerKind.HOSPITAL,
            new PartnerIdentifier("http://hl7.org/fhir/sid/us-npi", "1093817465"),
            new org.warmhandoff.routes.partner.MllpSender("EPIC", "MERCYHOSP"),
            new PartnerEndpoint.Mllp("127.0.0.1", 6661));
    static final Partner HARBOR = partner(
            "harbor",
            PartnerKind.REHAB,
            new PartnerIdentifier("http://hl7.org/fhir/sid/us-npi", "1000000012"),
            null,
            new PartnerEndpoint.Fhir(URI.create("http://127.0.0.1:9001/fhir")));
    static final Partner SUNRISE =
            partner("sunrise", PartnerKind.IOP_PROGRAM, new PartnerIdentifier("urn:oid:1.2.3", "SUN-01"), null, null);

    private Samples() {}

    static PartnerDirectory partners() {
        return partners(MERCY, HARBOR, SUNRISE);
    }

    static PartnerDirectory partners(Partner... partners) {
        return new Listed(List.of(partners));
    }

    /** The referral of the domain catalogue; {@link #with} changes it. */
    static String referral() {
        return String.join(
                "\r",
                "MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123083000-0500||REF^I12^REF_I12|MSG00001|T|2.5.1",
                "RF1|P^Pending^HL70283|A^ASAP^HL70280|Psy^Psychiatric^HL70281|AM^Assume Management^HL70282"
                        + "|O^Outpatient^HL70284|REF-1001^MERCYHOSP|20261123|20261223|20261123",
                "PRD|RP|Stone^Mara^^^Dr|1 Main St^^Springfield^IL^62701|||PH|1234567893^NPI",
                "PRD|RT|^^^^|||^^PH^^^217^5550100||SUNRISE-IOP^L",
                "PID|1||MRN55^^^MERCY^MR||Doe^Jordan^Q||19900412|F|||12 Oak Ave^^Springfield^IL^62704",
                "DG1|1||F11.20^Opioid dependence, uncomplicated^I10|||A",
                "NTE|1||Discharging today.",
                "");
    }

    static String referral(String controlId) {
        return with(referral(), "MSH", 10, controlId);
    }

    /** The message with one field of the first such segment replaced. */
    static String with(String message, String segment, int field, String value) {
        String[] lines = message.split("\r", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(segment + "|")) {
                List<String> fields = new ArrayList<>(Arrays.asList(lines[i].split("\\|", -1)));
                int index = segment.equals("MSH") ? field - 1 : field;
                while (fields.size() <= index) {
                    fields.add("");
                }
                fields.set(index, value);
                lines[i] = String.join("|", fields);
                return String.join("\r", lines);
            }
        }
        throw new IllegalArgumentException("No segment " + segment);
    }

    static String without(String message, String segment) {
        return message.replaceAll("(?m)^" + segment + "\\|[^\r]*\r", "");
    }

    static Er7Message parsed(String message) {
        return Er7Message.parse(message).orElseThrow();
    }

    static MllpFrame frame(String message) {
        return new MllpFrame(message.getBytes(UTF_8), true);
    }

    private static Partner partner(
            String id,
            PartnerKind kind,
            PartnerIdentifier identifier,
            org.warmhandoff.routes.partner.@Nullable MllpSender sender,
            @Nullable PartnerEndpoint endpoint) {
        return new Partner(id, id, kind, List.of(identifier), sender, endpoint, kind.part2ByDefault(), List.of());
    }

    private record Listed(Collection<Partner> all) implements PartnerDirectory {

        @Override
        public Optional<Partner> byId(String id) {
            return all.stream().filter(p -> p.id().equalsIgnoreCase(id)).findFirst();
        }

        @Override
        public Optional<Partner> bySender(String application, String facility) {
            return all.stream()
                    .filter(p -> p.mllpSender() != null)
                    .filter(p -> p.mllpSender().application().equalsIgnoreCase(application))
                    .filter(p -> p.mllpSender().facility().equalsIgnoreCase(facility))
                    .findFirst();
        }

        @Override
        public Optional<Partner> byAnyName(String name) {
            return byId(name).or(() -> all.stream()
                    .filter(p ->
                            p.identifiers().stream().anyMatch(i -> i.value().equals(name)))
                    .findFirst());
        }
    }
}
