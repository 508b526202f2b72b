package org.warmhandoff.routes.direct;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Whether a certificate is of a Direct address, or of its domain (Applicability Statement for Secure Health Transport 1.3,
 * 4.1): by its alternative names, and by the mail address in its subject where it has none.
 */
final class CertificateNames {

    private static final int MAIL = 1;
    private static final int DOMAIN = 2;

    private CertificateNames() {}

    static boolean cover(X509Certificate certificate, String address) throws CertificateParsingException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        List<List<?>> names = alternatives == null
                ? List.of()
                : alternatives.stream()
                        .filter(name -> Integer.valueOf(MAIL).equals(name.get(0))
                                || Integer.valueOf(DOMAIN).equals(name.get(0)))
                        .toList();
        if (names.isEmpty()) {
            return subject(certificate).anyMatch(address::equalsIgnoreCase);
        }
        String domain = Mailbox.of(address).domain();
        return names.stream().anyMatch(name -> String.valueOf(name.get(1))
                .equalsIgnoreCase(Integer.valueOf(MAIL).equals(name.get(0)) ? address : domain));
    }

    private static Stream<String> subject(X509Certificate certificate) {
        X500Name name =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(name.getRDNs(BCStyle.EmailAddress))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()));
    }
}
