/** The definitions of the guide, readable where a client looks for them and written by nobody. */
@NullMarked
package org.warmhandoff.server.terminology.guide;

import org.jspecify.annotations.NullMarked;
