package org.warmhandoff.routes.direct;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMEToolkit;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** S/MIME (RFC 8551) as Direct uses it: signed with SHA-256, then encrypted with AES-256. Safe for use by many threads. */
final class Smime {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final DirectIdentity ours;
    private final SMIMEToolkit toolkit;

    Smime(DirectIdentity ours) {
        this.ours = ours;
        try {
            this.toolkit = new SMIMEToolkit(new JcaDigestCalculatorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Digests are always there", e);
        }
    }

    /** Signs with our key and encrypts for one receiver. */
    MimeBodyPart seal(MimeBodyPart content, X509Certificate receiver)
            throws GeneralSecurityException, MessagingException {
        try {
            MimeMultipart signed = toolkit.sign(
                    content,
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .setProvider(PROVIDER)
                            .build("SHA256withRSA", ours.key(), ours.certificate()));
            return toolkit.encrypt(
                    signed,
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                            .setProvider(PROVIDER)
                            .build(),
                    new JceKeyTransRecipientInfoGenerator(receiver).setProvider(PROVIDER));
        } catch (SMIMEException | CMSException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    boolean isSealed(MimeMessage message) throws MessagingException {
        return toolkit.isEncrypted(message);
    }

    /** Decrypts what was encrypted for us. */
    MimeBodyPart open(MimeMessage message) throws GeneralSecurityException, MessagingException {
        try {
            return toolkit.decrypt(
                    message,
                    new JceKeyTransRecipientId(ours.certificate()),
                    new JceKeyTransEnvelopedRecipient(ours.key()).setProvider(PROVIDER));
        } catch (SMIMEException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The very content that this certificate's key signed; empty when it signed none. */
    Optional<MimeBodyPart> signedBy(X509Certificate certificate, Part part)
            throws GeneralSecurityException, MessagingException, IOException {
        try {
            if (!toolkit.isSigned(part)) {
                return Optional.empty();
            }
            SMIMESigned signed =
                    part.getContent() instanceof MimeMultipart parts ? new SMIMESigned(parts) : new SMIMESigned(part);
            for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
                if (verifies(signer, certificate)) {
                    return Optional.of(signed.getContent());
                }
            }
            return Optional.empty();
        } catch (SMIMEException | CMSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(certificate));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }
}
