package org.warmhandoff.routes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.hl7v2.referral.Messages;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Any Bundle that the FHIR parser takes is refused or becomes a referral, which can be written for a partner. */
class FhirReferralFuzzTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final StoredFhirReader READER = new StoredFhirReader(new FhirReferralReader(new Two()));
    private static final ReferralMessageWriter WRITER = new ReferralMessageWriter(
            Clock.fixed(Instant.parse("2026-11-23T14:30:00Z"), ZoneOffset.UTC), "http://127.0.0.1/fhir");

    static Stream<byte[]> bundles() {
        Stream<byte[]> message = Seeds.own("org/warmhandoff/routes/fhir", ".json")
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .map(FhirReferralFuzzTest::asMessage);
        return Stream.concat(message, Seeds.own("org/warmhandoff/routes/fhir", ".json"));
    }

    private static byte[] asMessage(String transaction) {
        Bundle bundle = FHIR.newJsonParser().parseResource(Bundle.class, transaction);
        List<Resource> resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        return WRITER.write("I12", "5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001", "Task/1", resources, Carriage.NONE);
    }

    @MethodSource("bundles")
    @FuzzTest
    void any_bundle_is_refused_or_taken_and_can_be_written(byte[] body) throws Exception {
        Bounded.inTime(() -> check(body));
    }

    private static void check(byte[] body) {
        for (Dialect dialect : List.of(Dialect.FHIR_MESSAGE, Dialect.FHIR_TRANSACTION)) {
            InboundMessage message = new InboundMessage(dialect, "mercy", "1", null, null, "application/json", body);
            assertThat(new FhirBusinessKeys().keys(message))
                    .allMatch(key -> key.value().length() <= 199);
            try {
                if (READER.read(message) instanceof ReadReferral.Usable usable) {
                    checkWritten(usable.message());
                }
            } catch (DataFormatException declared) {
                assertThat(declared).isNotNull();
            }
        }
    }

    private static void checkWritten(ReferralMessage referral) {
        List<Resource> resources = referral.resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
        byte[] written = WRITER.write("I12", "m", "Task/1", resources, Carriage.NONE);

        Bundle read = FHIR.newJsonParser().parseResource(Bundle.class, new String(written, StandardCharsets.UTF_8));

        assertThat(read.getEntry()).hasSize(resources.size() + 1);
    }

    private record Two() implements PartnerDirectory {

        @Override
        public java.util.Collection<Partner> all() {
            return List.of(Messages.MERCY, Messages.SUNRISE);
        }

        @Override
        public java.util.Optional<Partner> byId(String id) {
            return all().stream()
                    .filter(partner -> partner.id().equalsIgnoreCase(id))
                    .findFirst();
        }

        @Override
        public java.util.Optional<Partner> bySender(String application, String facility) {
            return java.util.Optional.empty();
        }

        @Override
        public java.util.Optional<Partner> byAnyName(String name) {
            return byId(name);
        }
    }
}
