package org.warmhandoff.routes.court;

/**
 * The same report as an OASIS ECF 5 filing, under seal: for proof of enrolment and of completion, which a court files with
 * the case. Progress is reported to the coordinator and never filed.
 *
 * @param fileName that of the package, with {@code .ecf.xml}
 */
public record CourtFiling(String fileName, byte[] body) {

    public static final String CONTENT_TYPE = "application/xml";

    /** Whether messages of that type are filed. */
    public static boolean files(CourtMessageType type) {
        return type == CourtMessageType.ENROLMENT_NOTICE || type == CourtMessageType.COMPLETION_CERTIFICATE;
    }

    /**
     * Renders the filing. The same report gives the same bytes.
     *
     * @param courtNumber the court's own identification in its filing system
     * @param location where answers to the filing go ({@code ecf:SendingMDELocationID})
     */
    public static CourtFiling of(CourtReport report, String courtNumber, String location) {
        if (!files(report.type())) {
            throw new IllegalArgumentException("A message of this type is not filed");
        }
        String name = PackageName.of(report).replaceFirst("\\.zip$", ".ecf.xml");
        return new CourtFiling(name, EcfFilingXml.render(report, PlainText.clean(courtNumber), location));
    }
}
