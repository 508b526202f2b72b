package org.warmhandoff.routes.ccda.xdm;

import java.util.List;

/**
 * A submission set with its documents.
 *
 * @param uniqueId SubmissionSet.uniqueId, empty when the metadata have none
 * @param recipients what the metadata say of the intended recipients: ids of organizations and mail addresses
 */
public record XdmPackage(String uniqueId, List<String> recipients, List<XdmDocument> documents) {

    public XdmPackage {
        recipients = List.copyOf(recipients);
        documents = List.copyOf(documents);
    }

    /** What reading came to. */
    public sealed interface Read {

        record Usable(XdmPackage content) implements Read {}

        /**
         * Refused.
         *
         * @param code code of {@code http://hl7.org/fhir/issue-type}
         * @param sentence says why, without content
         */
        record Unusable(String code, String sentence) implements Read {}
    }
}
