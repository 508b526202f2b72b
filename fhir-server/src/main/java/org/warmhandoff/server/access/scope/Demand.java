package org.warmhandoff.server.access.scope;

/**
 * One thing that a request needs.
 *
 * @param type of resource, or {@link ScopeRules#ANY}
 * @param whole whether a right to some records of the type is not enough, since the answer tells of all
 */
public record Demand(Right right, String type, boolean whole) {

    static Demand some(Right right, String type) {
        return new Demand(right, type, false);
    }

    static Demand all(Right right, String type) {
        return new Demand(right, type, true);
    }
}
