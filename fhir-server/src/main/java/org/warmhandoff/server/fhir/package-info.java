/**
 * HAPI FHIR JPA and its servlet: wiring only. Features are found as beans (operations by {@code @Operation} and
 * {@code @Transaction}, interceptors by {@code @Interceptor}) and are never named here.
 */
@NullMarked
package org.warmhandoff.server.fhir;

import org.jspecify.annotations.NullMarked;
