package org.warmhandoff.routes.hl7v2.print;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralWriter;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.referral.ReferralReply;
import org.warmhandoff.routes.hl7v2.segment.Er7Carriage;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Prints REF^I12, I13 and I14 (HL7 v2.5.1, 11.3.2) for a receiver that speaks HL7 v2. What has no segment goes into NTE in
 * words, and the last NTE counts what is left out. Safe for use by many threads.
 */
public final class ReferralPrinter implements ReferralWriter {

    private static final MllpSender US = new MllpSender("WARMHANDOFF", "HUB");

    @Override
    public boolean writesFor(PartnerEndpoint endpoint) {
        return endpoint instanceof PartnerEndpoint.Mllp;
    }

    @Override
    public OutboundMessage write(ForwardedReferral referral) {
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = referral.messageId().toString().replace("-", "").substring(0, 20);
        byte[] body = print(referral, controlId).getBytes(StandardCharsets.UTF_8);
        return new OutboundMessage(referral.receiver(), controlId, "x-application/hl7-v2+er7", "", body);
    }

    /** The message with CR after each segment. */
    String print(ForwardedReferral referral, String controlId) {
        ProviderPrinter providers = new ProviderPrinter(referral);
        StringBuilder out = new StringBuilder(header(referral, controlId));
        out.append(RequestPrinter.rf1(referral));
        boolean whole = referral.event() != Event.CANCEL;
        if (whole) {
            out.append(CoveragePrinter.authorizations(referral.content()));
        }
        out.append(providers.print());
        out.append(PatientPrinter.pid(referral.content()));
        if (whole) {
            out.append(PersonPrinter.nextOfKin(referral.content()));
            out.append(PersonPrinter.guarantors(referral.content()));
            out.append(CoveragePrinter.insurances(referral.content()));
            out.append(new ClinicalPrinter(referral.content()).print());
            out.append(new ResultPrinter(referral.content()).print());
            out.append(VisitPrinter.print(referral.content()));
        }
        return out.append(NotePrinter.print(referral, whole)).toString();
    }

    private static String header(ForwardedReferral referral, String controlId) {
        String type = "REF^" + referral.event().code() + "^REF_I12";
        MllpSender to = receiver(referral.receiver());
        Er7Line msh = new Er7Line("MSH")
                .set(1, "^~\\&")
                .text(2, US.application())
                .text(3, US.facility())
                .text(4, to.application())
                .text(5, to.facility())
                .set(6, ReferralReply.time(referral.at().atOffset(ZoneOffset.UTC)))
                .set(8, type)
                .text(9, controlId)
                .set(10, isTest(referral) ? "T" : "P")
                .set(11, "2.5.1")
                .set(17, "UNICODE UTF-8");
        return labels(msh, referral).print();
    }

    /** Fields of MSH count from 2 after the separator, so each index is one less than its number. */
    private static Er7Line labels(Er7Line msh, ForwardedReferral referral) {
        msh.set(
                25,
                codes(referral, CodeSystems.CONFIDENTIALITY).stream().limit(1).collect(Collectors.joining()));
        msh.repeat(26, codes(referral, CodeSystems.ACT_CODE));
        return msh;
    }

    /** What any part of the message is labelled with, the strictest confidentiality first. */
    private static java.util.List<String> codes(ForwardedReferral referral, String system) {
        Stream<String> noticed = referral.carriage().noticed()
                ? Stream.of(system.equals(CodeSystems.ACT_CODE) ? Er7Carriage.HANDLING : Er7Carriage.CONFIDENTIALITY)
                : Stream.of();
        Stream<String> labels = referral.content().all(Resource.class).stream()
                .flatMap(resource -> resource.getMeta().getSecurity().stream())
                .filter(label -> system.equals(label.getSystem()) && label.hasCode())
                .map(Coding::getCode);
        return Stream.concat(noticed, labels)
                .distinct()
                .sorted(java.util.Comparator.comparing((String code) -> -"ULMNRV".indexOf(code))
                        .thenComparing(code -> code))
                .map(Er7Printer::components)
                .toList();
    }

    private static boolean isTest(ForwardedReferral referral) {
        return referral.content().all(Resource.class).stream()
                .anyMatch(resource -> resource.getMeta().getSecurity(CodeSystems.ACT_REASON, "HTEST") != null);
    }

    private static MllpSender receiver(Partner partner) {
        MllpSender known = partner.mllpSender();
        return known == null ? new MllpSender("", partner.id()) : known;
    }

    static String priority(String code) {
        return CodeTables.PRIORITY.key(code).orElse("A");
    }
}
