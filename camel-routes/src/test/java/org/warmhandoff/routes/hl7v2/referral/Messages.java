package org.warmhandoff.routes.hl7v2.referral;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;

/** Invented partners and messages of the translation tests. */
public final class Messages {

    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T14:30:00Z"), ZONE);
    public static final ReferralTranslator TRANSLATOR = new ReferralTranslator(ZONE, CLOCK);

    public static final Partner MERCY = new Partner(
            "mercy",
            "Mercy Hospital",
            PartnerKind.HOSPITAL,
            List.of(),
            new MllpSender("EPIC", "MERCYHOSP"),
            null,
            false,
            List.of());

    public static final Partner SUNRISE =
            new Partner("sunrise", "Sunrise IOP", PartnerKind.IOP_PROGRAM, List.of(), null, null, true, List.of("2.1"));

    private Messages() {}

    public static String read(String name) {
        try (InputStream in = Messages.class.getResourceAsStream("/hl7v2/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one resource of a type, failing when there are more or none. */
    public static <T extends Resource> T only(ReferralMessage message, Class<T> type) {
        List<T> found = all(message, type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    public static <T extends Resource> List<T> all(ReferralMessage message, Class<T> type) {
        return message.resources().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public static ReferralMessage translate(String text) {
        return TRANSLATOR.translate(Er7Message.parse(text).orElseThrow(), MERCY, SUNRISE);
    }
}
