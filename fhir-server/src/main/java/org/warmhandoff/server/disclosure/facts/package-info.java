/** What the rules must know of a FHIR resource: whose it is, what kind, which labels, when the service was. Pure. */
@NullMarked
package org.warmhandoff.server.disclosure.facts;

import org.jspecify.annotations.NullMarked;
