package org.warmhandoff.routes.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/**
 * The clear explanation of the scope of a consent that goes with a disclosure (42 CFR 2.32(b)): to whom, for what, which
 * records, until when. It names no recipient but the one that reads it, and no code of a disease, test or drug. Pure.
 */
public final class ConsentScope {

    private static final Map<String, String> LAW = Map.of(
            "tpo-2.33", "42 CFR 2.33",
            "specific-2.31", "42 CFR 2.31",
            "counseling-notes", "42 CFR 2.31(b)",
            "legal-proceeding-2.31d", "42 CFR 2.31(d)",
            "criminal-justice-2.35", "42 CFR 2.35",
            "hipaa-auth", "45 CFR 164.508");

    private static final Map<String, String> PURPOSE = Map.of(
            "TREAT", "treatment",
            "HPAYMT", "payment",
            "HOPERAT", "health care operations",
            "HLEGAL", "legal proceeding",
            "COC", "coordination of care",
            "CAREMGT", "care management",
            "COVAUTH", "coverage authorization");

    private static final String EXPIRATION_EVENT = Canonical.structureDefinition("consent-expiration-event");
    private static final int DAY = 10;

    private ConsentScope() {}

    /** One paragraph in ASCII but for the recipient's name. */
    public static String of(Consent consent, String recipient) {
        ProvisionComponent permission = consent.getProvision();
        String signed = consent.hasDateTime() ? " of " + day(consent.getDateTimeElement()) : "";
        String law = kind(consent);
        return "Disclosed with the patient's written consent "
                + consent.getIdElement().getIdPart() + signed
                + (law.isEmpty() ? "" : " (" + law + ")") + ". Recipient: " + recipient + ". Purposes: "
                + purposes(permission) + ". Records: " + records(permission) + exceptions(permission) + ". In force "
                + term(consent) + ", unless revoked before.";
    }

    private static String kind(Consent consent) {
        return consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> CodeSystems.CONSENT_KIND.equals(coding.getSystem()) && coding.hasCode())
                .map(coding -> LAW.getOrDefault(coding.getCode(), ""))
                .findFirst()
                .orElse("");
    }

    private static String purposes(ProvisionComponent permission) {
        List<String> purposes = permission.getPurpose().stream()
                .filter(Coding::hasCode)
                .map(purpose -> PURPOSE.getOrDefault(purpose.getCode(), purpose.getCode()))
                .distinct()
                .toList();
        return purposes.isEmpty() ? "none named" : String.join(", ", purposes);
    }

    private static String records(ProvisionComponent permission) {
        List<String> limits = new ArrayList<>();
        if (permission.hasSecurityLabel()) {
            limits.add(labelled(permission.getSecurityLabel()));
        }
        if (permission.hasClass_()) {
            limits.add("of type "
                    + permission.getClass_().stream().map(Coding::getCode).collect(Collectors.joining(", ")));
        }
        if (permission.hasCode()) {
            limits.add("of the kinds that it names");
        }
        if (permission.hasData()) {
            limits.add("among the " + permission.getData().size() + " that it lists");
        }
        if (permission.hasDataPeriod()) {
            limits.add("dated "
                    + between(
                            permission.getDataPeriod().getStartElement(),
                            permission.getDataPeriod().getEndElement()));
        }
        return limits.isEmpty() ? "all but psychotherapy and counseling notes" : String.join("; ", limits);
    }

    /** Only laws are named: a label of sensitivity would say what the patient has. */
    private static String labelled(List<Coding> labels) {
        boolean notes = labels.stream().anyMatch(label -> "PSYTHPN".equals(label.getCode()));
        if (notes) {
            return "psychotherapy or counseling notes only";
        }
        boolean part2 = labels.stream().anyMatch(label -> "42CFRPart2".equals(label.getCode()));
        return part2 ? "those protected by 42 CFR part 2" : "those with the labels that it names";
    }

    private static String exceptions(ProvisionComponent permission) {
        boolean denials =
                permission.getProvision().stream().anyMatch(inner -> inner.getType() == ConsentProvisionType.DENY);
        return denials ? ", without what it excepts" : "";
    }

    private static String term(Consent consent) {
        ProvisionComponent permission = consent.getProvision();
        String dates = between(
                permission.getPeriod().getStartElement(), permission.getPeriod().getEndElement());
        Extension event = consent.getExtensionByUrl(EXPIRATION_EVENT);
        if (event == null) {
            return dates.isEmpty() ? "without an end" : dates;
        }
        String until = "until " + words(event);
        return permission.getPeriod().hasEnd() ? dates + " or " + until : (dates + " " + until).strip();
    }

    private static String words(Extension event) {
        if (event.getValue() instanceof CodeableConcept concept
                && concept.getCodingFirstRep().hasCode()) {
            return concept.getCodingFirstRep().getCode().replace('-', ' ');
        }
        return "the event that it names";
    }

    private static String between(BaseDateTimeType start, BaseDateTimeType end) {
        String from = start.hasValue() ? "from " + day(start) : "";
        String until = end.hasValue() ? "until " + day(end) : "";
        return (from + " " + until).strip();
    }

    private static String day(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return text.substring(0, Math.min(DAY, text.length()));
    }
}
