package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/**
 * Whether the certificate that the configuration gives a partner may be used: in time, for this use, for this address, and
 * where anchors are configured, issued under one of them and not revoked by a configured list. Safe for use by many threads.
 */
final class PartnerTrust {

    /** What a certificate is needed for. */
    enum Use {
        SIGN(0, 1),
        ENCRYPT(2);

        private final int[] bits;

        Use(int... bits) {
            this.bits = bits;
        }

        /** KeyUsage (RFC 5280, 4.2.1.3), where it says anything. */
        boolean allowedBy(X509Certificate certificate) {
            boolean[] usage = certificate.getKeyUsage();
            if (usage == null) {
                return true;
            }
            for (int bit : bits) {
                if (usage[bit]) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Set<String> MAIL = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

    private final DirectProperties.Trust trust;
    private final Path dataDirectory;
    private final Clock clock;

    PartnerTrust(DirectProperties.Trust trust, Path dataDirectory, Clock clock) {
        this.trust = trust;
        this.dataDirectory = dataDirectory;
        this.clock = clock;
    }

    /** @throws UntrustedCertificate with the reason; other exceptions when a file cannot be read */
    X509Certificate certificate(PartnerEndpoint.Direct partner, Use use) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = CertificateFiles.certificates(partner.certificate());
        X509Certificate certificate = chain.get(0);
        inTime(certificate);
        List<String> extended = certificate.getExtendedKeyUsage();
        if (!use.allowedBy(certificate) || extended != null && extended.stream().noneMatch(MAIL::contains)) {
            throw new UntrustedCertificate("certificate-usage");
        } else if (!CertificateNames.cover(certificate, partner.address())) {
            throw new UntrustedCertificate("certificate-address");
        }
        if (trust.anchors() != null) {
            underAnchor(chain, CertificateFiles.certificates(CertificateFiles.path(dataDirectory, trust.anchors())));
        }
        return certificate;
    }

    private void inTime(X509Certificate certificate) throws UntrustedCertificate {
        try {
            certificate.checkValidity(now());
        } catch (CertificateExpiredException e) {
            throw new UntrustedCertificate("certificate-expired");
        } catch (CertificateNotYetValidException e) {
            throw new UntrustedCertificate("certificate-not-yet-valid");
        }
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private void underAnchor(List<X509Certificate> chain, List<X509Certificate> anchors)
            throws IOException, GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(chain.get(0));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet()), target);
        parameters.setDate(now());
        // Lists are looked at below: the platform's check refuses where an issuer has none.
        parameters.setRevocationEnabled(false);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        List<X509Certificate> path = new ArrayList<>();
        try {
            PKIXCertPathBuilderResult built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            path.add(built.getTrustAnchor().getTrustedCert());
        } catch (CertPathBuilderException e) {
            throw new UntrustedCertificate("certificate-untrusted");
        }
        if (!trust.revocations().isEmpty()) {
            notRevoked(path);
        }
    }

    private void notRevoked(List<X509Certificate> path) throws IOException, GeneralSecurityException {
        for (String file : trust.revocations()) {
            X509CRL list = CertificateFiles.revocations(CertificateFiles.path(dataDirectory, file));
            for (int i = 0; i + 1 < path.size(); i++) {
                X509Certificate issuer = path.get(i + 1);
                if (list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                    checked(list, issuer);
                    if (list.isRevoked(path.get(i))) {
                        throw new UntrustedCertificate("certificate-revoked");
                    }
                }
            }
        }
    }

    /** A list that is out of date or that the issuer did not sign says nothing of who is not on it. */
    private void checked(X509CRL list, X509Certificate issuer) throws UntrustedCertificate {
        try {
            list.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new UntrustedCertificate("revocation-list");
        }
        if (list.getNextUpdate() != null && list.getNextUpdate().before(now())) {
            throw new UntrustedCertificate("revocation-list");
        }
    }
}
