package org.warmhandoff.server.referral;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.referral.state.ReferralTaskEditor;

@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

    @Bean
    ReferralTaskEditor referralTaskEditor(Clock clock) {
        return new ReferralTaskEditor(clock);
    }
}
