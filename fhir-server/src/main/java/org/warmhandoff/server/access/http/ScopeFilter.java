package org.warmhandoff.server.access.http;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Limit;
import org.warmhandoff.server.access.scope.Reach;
import org.warmhandoff.server.disclosure.facts.Facts;

/**
 * Whether a record is within the limits of scopes. What cannot be judged of a record alone (chains, parameters that are not
 * served, controls such as {@code _count}) is beyond them.
 */
@Component
class ScopeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ScopeFilter.class);
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z-]{0,60}(:(not|text|in|not-in|missing|exact|identifier))?");
    private static final Set<String> COMMON = Set.of("_id", "_lastUpdated", "_profile", "_security", "_tag");

    private final SearchParamMatcher matcher;

    ScopeFilter(SearchParamMatcher matcher) {
        this.matcher = matcher;
    }

    boolean contains(Reach reach, Resource record) {
        return reach instanceof Reach.Whole
                || (reach instanceof Reach.Within within
                        && within.limits().stream().anyMatch(limit -> contains(limit, record)));
    }

    private boolean contains(Limit limit, Resource record) {
        return (limit.patient() == null || isOf(limit.patient(), record))
                && (limit.query().isEmpty() || matches(limit.query(), record));
    }

    /** Records of several patients are nobody's; who works where is everybody's. */
    private static boolean isOf(String patient, Resource record) {
        Facts facts = Facts.of(record);
        return facts.directory() || (facts.patients().size() == 1 && facts.patients().contains(patient));
    }

    private boolean matches(String query, Resource record) {
        if (!Arrays.stream(query.split("&")).allMatch(ScopeFilter::isJudged)) {
            return false;
        }
        try {
            InMemoryMatchResult result =
                    matcher.match(record.fhirType() + "?" + query, record, new SystemRequestDetails());
            return result.supported() && result.matched();
        } catch (RuntimeException e) {
            // A filter that makes no sense for the type, or a value that is none: nothing is within it.
            LOG.debug("a scope's filter cannot be judged: {}", e.getClass().getName());
            return false;
        }
    }

    private static boolean isJudged(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 1 || equals == parameter.length() - 1) {
            return false;
        }
        String name = parameter.substring(0, equals);
        return COMMON.contains(name.split(":", 2)[0]) || NAME.matcher(name).matches();
    }
}
