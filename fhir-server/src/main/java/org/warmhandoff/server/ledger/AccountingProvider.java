package org.warmhandoff.server.ledger;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * {@code GET Patient/[id]/$disclosure-accounting}: who received what of a patient, when, why and on what authority, as a
 * Bundle of AuditEvents, CSV ({@code _format=csv} or Accept) or PDF.
 */
@Component
public class AccountingProvider {

    private static final int MOST = 10_000;
    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";

    private final Accounting accounting;
    private final AuditEventWriter writer;
    private final RecipientNames names;
    private final LedgerAccess access;
    private final ResourceStore store;

    AccountingProvider(
            LedgerReader reader, RecipientNames names, LedgerAccess access, ResourceStore store, Clock clock) {
        this.accounting = new Accounting(reader, clock);
        this.writer = new AuditEventWriter(names);
        this.names = names;
        this.access = access;
        this.store = store;
    }

    /**
     * @param start first day; without it three years back for what a consent carried, six for the rest
     * @param end last day, today without it
     */
    @Operation(name = "$disclosure-accounting", typeName = "Patient", idempotent = true)
    public IBaseResource account(
            @IdParam IdType id,
            @OperationParam(name = "start") @Nullable DateType start,
            @OperationParam(name = "end") @Nullable DateType end,
            RequestDetails request) {
        access.require();
        Patient patient =
                store.read(Patient.class, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        Instant from = start == null ? null : day(start);
        Instant before = end == null
                ? null
                : day(end).atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
        if (from != null && before != null && !from.isBefore(before)) {
            throw new UnprocessableEntityException("The period ends before it starts.");
        }
        List<LedgerReader.Found> found = accounting.of(id.getIdPart(), from, before, MOST + 1);
        if (found.size() > MOST) {
            throw new UnprocessableEntityException(
                    "There are more than " + MOST + " disclosures: ask for a shorter period.");
        }
        String format = format(request);
        if (format.equals(CSV)) {
            return binary(CSV, AccountingCsv.write(lines(found)));
        }
        if (format.equals(PDF)) {
            return binary(PDF, AccountingPdf.write(patient, period(start, end), lines(found)));
        }
        return bundle(found);
    }

    private List<AccountingLine> lines(List<LedgerReader.Found> found) {
        return found.stream()
                .map(each -> AccountingLine.of(each.entry(), names))
                .toList();
    }

    private Bundle bundle(List<LedgerReader.Found> found) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(found.size());
        found.forEach(each ->
                bundle.addEntry().setResource(writer.write(each)).getSearch().setMode(Bundle.SearchEntryMode.MATCH));
        return bundle;
    }

    private static Binary binary(String type, byte[] content) {
        Binary binary = new Binary();
        binary.setContentType(type);
        binary.setData(content);
        return binary;
    }

    private static Instant day(DateType date) {
        try {
            return LocalDate.parse(date.getValueAsString())
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (java.time.DateTimeException e) {
            throw new UnprocessableEntityException("start and end must be days, such as 2026-11-24.");
        }
    }

    private static String period(@Nullable DateType start, @Nullable DateType end) {
        return (start == null
                        ? "Disclosures on consent of three years, others of six"
                        : "From " + start.getValueAsString())
                + (end == null ? ", until today" : ", until " + end.getValueAsString());
    }

    private static String format(RequestDetails request) {
        String[] asked = request.getParameters().get("_format");
        String wish = asked == null || asked.length == 0 ? request.getHeader("Accept") : asked[0];
        String words = wish == null ? "" : wish.toLowerCase(Locale.ROOT);
        if (words.equals("csv") || words.startsWith(CSV)) {
            return CSV;
        }
        return words.equals("pdf") || words.startsWith(PDF) ? PDF : "";
    }
}
