package org.warmhandoff.server.access.scope;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A request, or an entry of a batch, without its resources.
 *
 * @param name of the operation, with its dollar sign; empty for an interaction
 * @param type of resource; empty for none
 * @param instance whether it names one resource
 * @param conditional whether it finds what it writes by a search
 * @param query parameters with their values
 * @param targets types that a reference search parameter of a type may lead to
 */
public record Asked(
        RestOperationTypeEnum interaction,
        String name,
        String type,
        boolean instance,
        boolean conditional,
        Map<String, List<String>> query,
        BiFunction<String, String, Set<String>> targets) {}
