package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/** ServiceRequest to RF1. */
final class RequestPrinter {

    private RequestPrinter() {}

    static String rf1(ForwardedReferral referral) {
        ServiceRequest request = referral.content().request();
        boolean cancelled = referral.event() == Event.CANCEL;
        Er7Line rf1 = new Er7Line("RF1").set(1, Er7Printer.components("P", "Pending", "HL70283"));
        rf1.set(6, number(referral, "PLAC"));
        rf1.set(11, number(referral, "FILL"));
        rf1.set(9, Er7Types.dtm(request.getAuthoredOnElement()));
        if (cancelled) {
            CodeableConcept why = referral.content().task().getStatusReason();
            return rf1.set(10, Er7Codes.cwe(why)).print();
        }
        rf1.text(
                2,
                request.hasPriority()
                        ? ReferralPrinter.priority(request.getPriority().toCode())
                        : "");
        rf1.repeat(3, Er7Codes.all(own(request.getCategory())));
        rf1.repeat(4, Er7Codes.all(request.getOrderDetail()));
        rf1.set(5, request.hasPerformerType() ? Er7Codes.cwe(request.getPerformerType()) : "");
        if (request.hasOccurrencePeriod()) {
            Period period = request.getOccurrencePeriod();
            rf1.set(7, Er7Types.dtm(period.getStartElement()));
            rf1.set(8, Er7Types.dtm(period.getEndElement()));
        }
        rf1.repeat(10, Er7Codes.all(coded(request)));
        rf1.text(24, inWords(request));
        return rf1.print();
    }

    /** The kind of referral is said by who sends it. */
    private static List<CodeableConcept> own(List<CodeableConcept> categories) {
        return categories.stream()
                .filter(category -> !Er7Codes.hasSystem(category, CodeSystems.REFERRAL_KIND))
                .toList();
    }

    private static List<CodeableConcept> coded(ServiceRequest request) {
        return request.getReasonCode().stream()
                .filter(CodeableConcept::hasCoding)
                .toList();
    }

    private static String inWords(ServiceRequest request) {
        return request.getReasonCode().stream()
                .filter(reason -> !reason.hasCoding() && reason.hasText())
                .map(CodeableConcept::getText)
                .collect(Collectors.joining("\n"));
    }

    private static String number(ForwardedReferral referral, String type) {
        return Stream.concat(
                        referral.content().request().getIdentifier().stream(),
                        referral.content().task().getIdentifier().stream())
                .filter(identifier -> isOf(identifier, type))
                .findFirst()
                .map(Er7Printer::ei)
                .orElse("");
    }

    private static boolean isOf(Identifier identifier, String type) {
        return identifier.hasValue()
                && identifier.getType().getCoding().stream()
                        .anyMatch(coding ->
                                CodeTables.IDENTIFIER_TYPE.isOf(coding.getSystem()) && type.equals(coding.getCode()));
    }
}
