package org.warmhandoff.server.referral;

import java.util.Set;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.profiles.Canonical;

/**
 * What a court may change of its order: the next hearing, the conditions, the level of care, until when. The docket and
 * the court are what the referral is known by and stay. Pure.
 */
final class CourtCaseEdit {

    private static final String COURT_CASE = Canonical.structureDefinition("court-case");
    private static final Set<String> PARTS = Set.of("hearing", "condition");
    private static final Set<String> LEVEL = Set.of(
            Canonical.structureDefinition("requested-asam-level"), Canonical.structureDefinition("asam-edition"));

    private CourtCaseEdit() {}

    /** Whether a court ordered it: then its period is the time of treatment, not that by which an answer is due. */
    static boolean ordered(ServiceRequest request) {
        return request.hasExtension(COURT_CASE);
    }

    /** Changes the request to what the court says now; what it does not mention stays. */
    static void apply(ServiceRequest edited, ServiceRequest known, ServiceRequest said) {
        Extension kept = edited.getExtensionByUrl(COURT_CASE);
        Extension news = said.getExtensionByUrl(COURT_CASE);
        if (kept == null || news == null) {
            return;
        }
        PARTS.stream().filter(news::hasExtension).forEach(part -> {
            kept.getExtension().removeIf(extension -> part.equals(extension.getUrl()));
            news.getExtensionsByUrl(part).forEach(extension -> kept.addExtension(extension.copy()));
        });
        LEVEL.stream().filter(said::hasExtension).forEach(url -> {
            edited.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
            edited.addExtension(said.getExtensionByUrl(url).copy());
        });
        if (edited.hasOccurrencePeriod() && known.hasOccurrencePeriod()) {
            fill(edited.getOccurrencePeriod(), known.getOccurrencePeriod());
        }
    }

    /** An extension says the new end and not the beginning again. */
    private static void fill(Period period, Period before) {
        if (!period.hasStart()) {
            period.setStartElement(before.getStartElement().copy());
        }
        if (!period.hasEnd()) {
            period.setEndElement(before.getEndElement().copy());
        }
    }
}
