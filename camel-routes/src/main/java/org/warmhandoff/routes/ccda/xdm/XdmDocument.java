package org.warmhandoff.routes.ccda.xdm;

/**
 * A document and its entry in the metadata.
 *
 * @param uniqueId DocumentEntry.uniqueId, empty when there is none
 * @param type DocumentEntry.typeCode, with empty parts when there is none
 * @param referralId the number that DocumentEntry.referenceIdList gives the order or referral (360X), empty when none
 */
public record XdmDocument(String mimeType, String uniqueId, Type type, ReferralId referralId, byte[] body) {

    /** A code, its system as an OID, and what it is called. */
    public record Type(String code, String system, String display) {}

    /** A number and the OID of who gave it. */
    public record ReferralId(String number, String assigner) {

        public static final ReferralId NONE = new ReferralId("", "");

        public boolean isEmpty() {
            return number.isEmpty();
        }
    }
}
