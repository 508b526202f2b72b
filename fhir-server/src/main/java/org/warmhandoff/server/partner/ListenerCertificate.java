package org.warmhandoff.server.partner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.hl7v2.MllpTls;
import org.warmhandoff.server.timers.RecurringWork;

/** Warns before the certificate ends that we show to senders of HL7 v2. */
@Component
class ListenerCertificate implements RecurringWork, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerCertificate.class);

    private final MllpTls tls;
    private final Clock clock;

    ListenerCertificate(MllpTls tls, Clock clock) {
        this.tls = tls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "listener-certificate";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        tls.certificateEnd()
                .filter(end -> end.isBefore(clock.instant().plus(PartnerCredentials.SOON)))
                .ifPresent(end -> LOG.warn("the certificate of the HL7 v2 listener ends at {}: renew it", end));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("warmhandoff.mllp.certificate.left", this::left)
                .description("Time until the certificate of the HL7 v2 listener ends")
                .baseUnit("seconds")
                .register(registry);
    }

    private double left() {
        return tls.certificateEnd()
                .map(end -> (double) Duration.between(clock.instant(), end).toSeconds())
                .orElse(Double.NaN);
    }
}
