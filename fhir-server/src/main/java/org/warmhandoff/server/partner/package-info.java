/** The configured partners: read, checked, found by name, and shown as FHIR resources. */
@NullMarked
package org.warmhandoff.server.partner;

import org.jspecify.annotations.NullMarked;
