package org.warmhandoff.server.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code warmhandoff}: who we exchange referrals with.
 *
 * @param partners one entry a partner
 */
@ConfigurationProperties("warmhandoff")
record PartnerProperties(@DefaultValue List<Entry> partners) {

    /**
     * One partner.
     *
     * @param id stable key, {@code [a-z0-9-]+}
     * @param name display name
     * @param kind hospital, rehab, iop-program, court, payer or lab
     * @param identifiers NPI, payer id and the like
     * @param mllpSender who it is in MSH-3 and MSH-4
     * @param client its SMART Backend Services client
     * @param endpoint where we send to it
     * @param inbox the folder that it puts files for us into: type sftp or file
     * @param pgpKey file with the OpenPGP key that court packages for it are encrypted to
     * @param ecfFilings whether proofs of enrolment and completion are filed with this court as ECF 5, too
     * @param part2Program whether it is a 42 CFR Part 2 programme; default true for iop-program and rehab
     * @param levelsOfCare ASAM levels it offers; for an iop-program the default is 2.1
     * @param tls by which certificate it is known when it sends HL7 v2
     * @param hl7v2 what it wants of the HL7 v2 that we send
     */
    record Entry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String kind,
            @DefaultValue List<Identifier> identifiers,
            @Nullable Sender mllpSender,
            @Nullable Client client,
            @Nullable Endpoint endpoint,
            @Nullable Endpoint inbox,
            @Nullable String pgpKey,
            @Nullable Boolean ecfFilings,
            @JsonProperty("part2-program") @Nullable Boolean part2Program,
            @DefaultValue List<String> levelsOfCare,
            @Nullable Tls tls,
            @JsonProperty("hl7v2") @Nullable Hl7v2 hl7v2) {

        /** JSON, unlike configuration, leaves out what is empty. */
        Entry {
            identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
            levelsOfCare = levelsOfCare == null ? List.of() : List.copyOf(levelsOfCare);
        }
    }

    /**
     * Any certificate that fits one of the first three.
     *
     * @param certificateFingerprint SHA-256 in hexadecimal, several with commas between
     * @param certificateSubject its whole subject name
     * @param certificate file with it
     * @param required default true
     */
    record Tls(
            @Nullable String certificateFingerprint,
            @Nullable String certificateSubject,
            @Nullable String certificate,
            @Nullable Boolean required) {}

    /** Character set by its name of HL7 table 0211, and the message types that it asks for: adt, mdm. */
    record Hl7v2(@Nullable String charset, @DefaultValue List<String> notices) {

        Hl7v2 {
            notices = notices == null ? List.of() : List.copyOf(notices);
        }
    }

    /** An identifier: system URI and value. */
    record Identifier(@Nullable String system, @Nullable String value) {}

    /** MSH-3 application and MSH-4 facility. */
    record Sender(@Nullable String application, @Nullable String facility) {}

    /** A client id, where its public keys are, and the scopes it may ask for. */
    record Client(@Nullable String id, @Nullable String jwks, @Nullable String scopes) {}

    /** Type fhir, mllp, sftp, file or direct, with its address and credentials by reference. */
    record Endpoint(
            @Nullable String type,
            @Nullable String address,
            @Nullable String username,
            @Nullable String privateKey,
            @Nullable String knownHosts,
            @Nullable String certificate,
            @Nullable String trust) {}
}
