package org.warmhandoff.server.ledger;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger as AuditEvents, made when asked for: {@code AuditEvent?patient=&date=&agent=}, newest first. Searches by
 * anything else are answered from AuditEvents that were stored.
 */
@Component
public class AuditEventProvider implements IResourceProvider {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final LedgerReader reader;
    private final AuditEventWriter writer;
    private final RecipientNames names;
    private final LedgerAccess access;
    private final DaoRegistry stored;

    AuditEventProvider(LedgerReader reader, RecipientNames names, LedgerAccess access, DaoRegistry stored) {
        this.reader = reader;
        this.writer = new AuditEventWriter(names);
        this.names = names;
        this.access = access;
        this.stored = stored;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id, RequestDetails request) {
        String part = id.getIdPart();
        if (!part.startsWith(AuditEventWriter.ID_PREFIX)) {
            return stored.getResourceDao(AuditEvent.class).read(id, request);
        }
        access.require();
        String number = part.substring(AuditEventWriter.ID_PREFIX.length());
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new ResourceNotFoundException(id);
        }
        return reader.byId(Long.parseLong(number))
                .map(writer::write)
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    @Search
    public IBundleProvider search(
            @OptionalParam(name = AuditEvent.SP_PATIENT) @Nullable ReferenceParam patient,
            @OptionalParam(name = AuditEvent.SP_DATE) @Nullable DateRangeParam date,
            @OptionalParam(name = AuditEvent.SP_AGENT) @Nullable ReferenceParam agent,
            @Count @Nullable Integer count,
            @Offset @Nullable Integer offset) {
        access.require();
        LedgerQuery query = new LedgerQuery(
                patient == null ? null : patient.getIdPart(),
                agent == null ? null : names.id(agent.getResourceType(), agent.getIdPart()),
                date == null ? null : instant(date.getLowerBoundAsInstant()),
                date == null ? null : after(date.getUpperBoundAsInstant()),
                null,
                false);
        int size = count == null ? PAGE : Math.max(0, Math.min(count, LARGEST_PAGE));
        int from = offset == null ? 0 : Math.max(0, offset);
        List<AuditEvent> page =
                reader.find(query, size + 1, from).stream().map(writer::write).toList();
        SimpleBundleProvider bundle = new SimpleBundleProvider(page.subList(0, Math.min(size, page.size())));
        bundle.setCurrentPageOffset(from);
        bundle.setCurrentPageSize(size);
        // Unknown: counting is as dear as reading. One more than a page tells that there is a next.
        bundle.setSize(page.size() > size ? null : from + page.size());
        return bundle;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** HAPI's upper bound belongs to the range, to the millisecond. */
    private static @Nullable Instant after(@Nullable Date date) {
        return date == null ? null : date.toInstant().plusMillis(1);
    }
}
