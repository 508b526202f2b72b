package org.warmhandoff.server.labels;

import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/** Labels what a message brought by who sent it (42 CFR 2.11, 2.12), before anybody looks for what is new in it. */
public final class SecurityLabels {

    private static final String SENDER = SecurityLabels.class.getName();

    private SecurityLabels() {}

    /** Adds the labels of the sender's records and remembers the sender until the write; what the sender labelled stays. */
    public static void fromSource(Resource resource, Partner sender) {
        if (!Programmes.labels(resource)) {
            return;
        }
        resource.setUserData(SENDER, sender.id());
        Set<SecurityLabel> labels = Mark.labels(Programmes.marks(sender));
        if (!labels.isEmpty()) {
            LabelSets.put(resource, LabelSets.sum(SecurityLabel.of(resource), labels));
        }
    }

    /** The partner whose message brought it; null when none did. */
    static @Nullable String sender(Resource resource) {
        return resource.getUserData(SENDER) instanceof String sender ? sender : null;
    }
}
