/**
 * What may be written: every resource is held against the profile that fits it, before it costs the database anything.
 */
@NullMarked
package org.warmhandoff.server.validation;

import org.jspecify.annotations.NullMarked;
