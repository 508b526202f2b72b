package org.warmhandoff.server.access.scope;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;

/**
 * What the scopes of one caller allow (SMART App Launch 2.2, 3.0): the union of those that are of its kind, each of a person
 * also within what the person's roles may do. What no scope names is refused.
 */
public final class ScopeRules {

    /** Stands for every type. */
    public static final String ANY = "*";

    /** What the guide publishes to everybody anyhow. */
    private static final Set<String> PUBLISHED = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "ImplementationGuide",
            "NamingSystem",
            "OperationDefinition",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    private final List<Grant> grants;

    private record Grant(SmartScope scope, Limit limit, Set<Role> bound) {

        boolean gives(Right right, String type) {
            return (scope.type().equals(ANY) || scope.type().equals(type))
                    && right.in(scope.rights())
                    && (scope.context().equals("system") || RoleBounds.allow(bound, right, type));
        }
    }

    private ScopeRules(List<Grant> grants) {
        this.grants = grants;
    }

    public static ScopeRules of(Caller caller) {
        return new ScopeRules(caller.scopes().stream()
                .map(SmartScope::of)
                .flatMap(Optional::stream)
                .filter(scope -> isOfKind(scope, caller))
                .map(scope -> new Grant(scope, limit(scope, caller), caller.roles()))
                .toList());
    }

    /** A system does not act for a person, nor a person as a system; a launch without a patient is about none. */
    private static boolean isOfKind(SmartScope scope, Caller caller) {
        boolean person = caller.kind() == Caller.Kind.USER;
        return switch (scope.context()) {
            case "system" -> !person;
            case "user" -> person;
            case "patient" -> person && caller.patient() != null;
            default -> false;
        };
    }

    private static Limit limit(SmartScope scope, Caller caller) {
        return new Limit(scope.query(), scope.context().equals("patient") ? caller.patient() : null);
    }

    /** @param type of resource, or {@link #ANY} for all there are */
    public Reach reach(Right right, String type) {
        if (isPublished(type) && (right == Right.READ || right == Right.SEARCH)) {
            return new Reach.Whole();
        }
        Set<Limit> limits = new LinkedHashSet<>();
        for (Grant grant : grants) {
            if (grant.gives(right, type)) {
                if (grant.limit().isNone()) {
                    return new Reach.Whole();
                }
                limits.add(grant.limit());
            }
        }
        return limits.isEmpty() ? new Reach.Nothing() : new Reach.Within(limits);
    }

    /** Whether what a request needs is granted; with which limits is for each record to say. */
    public boolean allow(Demand demand) {
        Reach reach = reach(demand.right(), demand.type());
        return demand.whole() ? reach instanceof Reach.Whole : !(reach instanceof Reach.Nothing);
    }

    /** Whether every record may be seen that there is. */
    public boolean seeAll() {
        return reach(Right.READ, ANY) instanceof Reach.Whole && reach(Right.SEARCH, ANY) instanceof Reach.Whole;
    }

    public static boolean isPublished(String type) {
        return PUBLISHED.contains(type);
    }
}
