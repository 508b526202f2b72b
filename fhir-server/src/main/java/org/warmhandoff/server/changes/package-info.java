/** Lets features react to writes of FHIR resources, by whatever road they came: after the commit, and surely. */
@NullMarked
package org.warmhandoff.server.changes;

import org.jspecify.annotations.NullMarked;
