package org.warmhandoff.routes;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.ccda.ConsultationNoteWriter;
import org.warmhandoff.routes.ccda.ReferralNoteWriter;
import org.warmhandoff.routes.court.order.CourtOrderReader;
import org.warmhandoff.routes.delivery.PartnerProbe;
import org.warmhandoff.routes.delivery.SenderConfiguration;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.direct.DirectConfiguration;
import org.warmhandoff.routes.fhir.FhirBusinessKeys;
import org.warmhandoff.routes.fhir.FhirReferralReader;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.fhir.StoredFhirReader;
import org.warmhandoff.routes.files.InboxFolders;
import org.warmhandoff.routes.hl7v2.Er7BusinessKeys;
import org.warmhandoff.routes.hl7v2.Hl7v2Intake;
import org.warmhandoff.routes.hl7v2.MllpIntakeRoutes;
import org.warmhandoff.routes.hl7v2.MllpProbe;
import org.warmhandoff.routes.hl7v2.MllpProperties;
import org.warmhandoff.routes.hl7v2.MllpSender;
import org.warmhandoff.routes.hl7v2.MllpTls;
import org.warmhandoff.routes.hl7v2.feed.FeedTranslator;
import org.warmhandoff.routes.hl7v2.feed.Hl7v2ClinicalReader;
import org.warmhandoff.routes.hl7v2.print.ReferralPrinter;
import org.warmhandoff.routes.hl7v2.referral.Hl7v2ReferralReader;
import org.warmhandoff.routes.hl7v2.referral.ReferralReply;
import org.warmhandoff.routes.hl7v2.referral.ReferralTranslator;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.IntakeObserver;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Wires listeners, readers, writers and senders. Needs a Clock and the ports: Inbox, PartnerDirectory, IntakeObserver. */
@Configuration(proxyBeanMethods = false)
@Import({SenderConfiguration.class, DirectConfiguration.class})
@EnableConfigurationProperties(MllpProperties.class)
public class RoutesConfiguration {

    @Bean
    Hl7v2Intake hl7v2Intake(Inbox inbox, PartnerDirectory partners, Clock clock, IntakeObserver observer) {
        return new Hl7v2Intake(inbox, partners, clock, RoutesConfiguration::controlId, observer);
    }

    /** MSH-10 holds 20 characters in versions before 2.7. */
    private static String controlId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    @Bean
    MllpTls mllpTls(MllpProperties properties, @Value("${warmhandoff.data-dir:./data}") String dataDirectory) {
        return new MllpTls(properties.tls(), Path.of(dataDirectory).toAbsolutePath());
    }

    @Bean
    MllpIntakeRoutes mllpIntakeRoutes(MllpProperties properties, Hl7v2Intake intake, MllpTls tls) {
        return new MllpIntakeRoutes(properties, intake, tls);
    }

    @Bean
    ReferralReply referralReply() {
        return new ReferralReply();
    }

    @Bean
    ReferralPrinter referralPrinter() {
        return new ReferralPrinter();
    }

    @Bean
    ReferralNoteWriter referralNoteWriter() {
        return new ReferralNoteWriter();
    }

    @Bean
    Hl7v2ReferralReader hl7v2ReferralReader(PartnerDirectory partners, Clock clock) {
        return new Hl7v2ReferralReader(partners, new ReferralTranslator(ZoneId.systemDefault(), clock));
    }

    @Bean
    Hl7v2ClinicalReader hl7v2ClinicalReader(PartnerDirectory partners) {
        return new Hl7v2ClinicalReader(partners, new FeedTranslator(ZoneId.systemDefault()));
    }

    @Bean
    StoredFhirReader storedFhirReader(PartnerDirectory partners) {
        return new StoredFhirReader(new FhirReferralReader(partners));
    }

    @Bean
    CcdaReferralReader ccdaReferralReader(PartnerDirectory partners, Clock clock) {
        return new CcdaReferralReader(partners, ZoneId.systemDefault(), clock);
    }

    @Bean
    ConsultationNoteWriter consultationNoteWriter() {
        return new ConsultationNoteWriter();
    }

    @Bean
    CourtOrderReader courtOrderReader(PartnerDirectory partners) {
        return new CourtOrderReader(partners);
    }

    @Bean
    InboxFolders inboxFolders(SenderProperties properties) {
        return new InboxFolders(properties);
    }

    @Bean
    ReferralMessageWriter referralMessageWriter(Clock clock, @Value("${warmhandoff.base-url}") String baseUrl) {
        return new ReferralMessageWriter(clock, baseUrl + "/fhir");
    }

    @Bean
    MllpSender mllpSender(MllpProperties properties) {
        return new MllpSender(properties.sender());
    }

    @Bean
    PartnerProbe mllpProbe(MllpSender sender, MllpProperties properties, Clock clock) {
        return new MllpProbe(sender, properties.sender().connectTimeout(), clock);
    }

    @Bean
    BusinessKeyReader er7BusinessKeys() {
        return new Er7BusinessKeys();
    }

    @Bean
    BusinessKeyReader fhirBusinessKeys() {
        return new FhirBusinessKeys();
    }
}
