package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a decision rests on; what the disclosure ledger keeps of it. */
public final class Grounds {

    private final Policy policy;
    private final Case asked;
    private final Rule rule;
    private final @Nullable PatientConsent consent;

    Grounds(Policy policy, Case asked, Rule rule, @Nullable PatientConsent consent) {
        this.policy = policy;
        this.asked = asked;
        this.rule = rule;
        this.consent = consent;
    }

    /** Number of the rule that decided, such as {@code 5a}. */
    public String rule() {
        return rule.id().toString();
    }

    /** Sections of the law that the rule states. */
    public String law() {
        return rule.text().law();
    }

    public String words() {
        return rule.text().words();
    }

    public String policyVersion() {
        return policy.version();
    }

    /** SHA-256 of the policy file. */
    public String policyHash() {
        return policy.sha256();
    }

    /** The consent that carries the decision; its copy or scope goes along (42 CFR 2.32). */
    public Optional<String> consent() {
        return Optional.ofNullable(consent).map(PatientConsent::id);
    }

    /** The court order that carries it. */
    public Optional<String> order() {
        return rule.conditions().stream()
                .map(condition -> switch (condition.fact()) {
                    case SUBPART_E_ORDER -> asked.orders().underSubpartE();
                    case VERIFIED_ORDER -> asked.orders().verified();
                    default -> null;
                })
                .flatMap(Stream::ofNullable)
                .map(CourtOrder::id)
                .findFirst();
    }

    /** The instant for which was decided. */
    public Instant at() {
        return asked.question().at();
    }

    /** Why: the rule, what it asked for, what each consent said, and what other rules would have needed. */
    public Reason reasons() {
        return new ReasonTree(policy.tables(), asked).of(rule);
    }
}
