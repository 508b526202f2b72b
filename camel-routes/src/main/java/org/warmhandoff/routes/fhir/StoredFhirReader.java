package org.warmhandoff.routes.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralReader;

/** Reads kept FHIR messages and transactions, JSON or XML. */
public final class StoredFhirReader implements ReferralReader {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final FhirReferralReader reader;

    public StoredFhirReader(FhirReferralReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.FHIR_MESSAGE || dialect == Dialect.FHIR_TRANSACTION;
    }

    @Override
    public ReadReferral read(InboundMessage message) {
        return read(message.dialect(), parse(message));
    }

    /** Reads a Bundle that was kept and is parsed already; it is changed. */
    public ReadReferral read(Dialect dialect, Bundle bundle) {
        return dialect == Dialect.FHIR_MESSAGE ? reader.readMessage(bundle) : reader.readTransaction(bundle);
    }

    private static Bundle parse(InboundMessage message) {
        String text = new String(message.body(), StandardCharsets.UTF_8);
        boolean xml = message.contentType().contains("xml");
        try {
            return (xml ? FHIR.newXmlParser() : FHIR.newJsonParser()).parseResource(Bundle.class, text);
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            // HAPI's parser, of an element without a name and of a fullUrl that is half an address.
            throw new DataFormatException("The Bundle cannot be read.", e);
        }
    }
}
