package org.warmhandoff.server.storage;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks into HAPI's tables: what exists, and under which identifiers, with one statement for any number of them. */
@Component
public class ResourceIndex {

    private static final String FIND =
            """
            select distinct r.fhir_id
              from hfj_spidx_token t
              join hfj_resource r on r.res_id = t.res_id
             where t.hash_sys_and_value = any(?) and r.res_deleted_at is null
             order by 1""";

    private static final String EXISTS =
            """
            select exists (
              select 1 from hfj_resource where res_type = ? and fhir_id = ? and res_deleted_at is null)""";

    private static final String REFERRERS =
            """
            select distinct r.res_type, r.fhir_id
              from hfj_res_link l
              join hfj_resource t on t.res_id = l.target_resource_id
              join hfj_resource r on r.res_id = l.src_resource_id
             where t.res_type = ? and t.fhir_id = ? and r.res_deleted_at is null
             order by 1, 2""";

    private final JdbcTemplate jdbc;
    private final PartitionSettings partitions;

    ResourceIndex(JdbcTemplate jdbc, PartitionSettings partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /** Whether a resource is there and not deleted; unlike a failing read it leaves the transaction usable. */
    public boolean exists(String type, String id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(EXISTS, Boolean.class, type, id));
    }

    /** Ids, without the type, of the resources of a type that carry any of the identifiers (system and value). */
    public List<String> find(String type, Collection<Identifier> identifiers) {
        Long[] hashes = identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> hash(type, identifier))
                .toArray(Long[]::new);
        return hashes.length == 0
                ? List.of()
                : jdbc.query(
                        FIND,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bigint", hashes)),
                        (row, n) -> row.getString(1));
    }

    /** {@code Type/id} of what refers to a resource in a way that is indexed. */
    public List<IdType> referrers(String type, String id) {
        return jdbc.query(REFERRERS, (row, n) -> new IdType(row.getString(1), row.getString(2)), type, id);
    }

    private Long hash(String type, Identifier identifier) {
        return ResourceIndexedSearchParamToken.calculateHashSystemAndValue(
                partitions,
                RequestPartitionId.defaultPartition(partitions),
                type,
                "identifier",
                identifier.getSystem(),
                identifier.getValue());
    }
}
