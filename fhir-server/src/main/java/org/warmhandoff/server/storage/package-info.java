/** How features read and write FHIR resources and lock what they change: a thin layer over HAPI's DAOs and JDBC. */
@NullMarked
package org.warmhandoff.server.storage;

import org.jspecify.annotations.NullMarked;
