package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;

/**
 * The {@code court-case} extension of a court-ordered referral.
 *
 * @param court partner id of the court, null when the reference is not a logical partner reference
 * @param conditions the court's own words, such as hours a week; never repeated to anyone else
 */
public record CourtCase(String docket, @Nullable String court, @Nullable LocalDate hearing, List<String> conditions) {

    private static final String EXTENSION = Canonical.structureDefinition("court-case");

    public CourtCase {
        conditions = List.copyOf(conditions);
    }

    /** Empty when the referral is not of a court case or has no docket number. */
    public static Optional<CourtCase> of(ServiceRequest referral) {
        return Optional.ofNullable(referral.getExtensionByUrl(EXTENSION)).flatMap(CourtCase::read);
    }

    private static Optional<CourtCase> read(Extension extension) {
        return docket(extension)
                .map(docket -> new CourtCase(docket, court(extension), hearing(extension), conditions(extension)));
    }

    private static Optional<String> docket(Extension extension) {
        return part(extension, "docket", Identifier.class).map(Identifier::getValue);
    }

    private static @Nullable String court(Extension extension) {
        return part(extension, "court", Reference.class)
                .map(Reference::getIdentifier)
                .filter(identifier -> Canonical.PARTNER.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .orElse(null);
    }

    private static @Nullable LocalDate hearing(Extension extension) {
        return part(extension, "hearing", DateType.class)
                .map(DateType::getValueAsString)
                .filter(date -> date.length() == "yyyy-MM-dd".length())
                .map(LocalDate::parse)
                .orElse(null);
    }

    private static List<String> conditions(Extension extension) {
        return extension.getExtensionsByUrl("condition").stream()
                .map(Extension::getValue)
                .filter(StringType.class::isInstance)
                .map(value -> ((StringType) value).getValue())
                .toList();
    }

    private static <T> Optional<T> part(Extension extension, String url, Class<T> type) {
        return Optional.ofNullable(extension.getExtensionByUrl(url))
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
