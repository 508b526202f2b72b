/** The gate on FHIR over HTTP: who asks, what is read and searched for, what is written, what the answer shows. */
@NullMarked
package org.warmhandoff.server.disclosure.http;

import org.jspecify.annotations.NullMarked;
