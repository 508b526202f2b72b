/** How much one client or address may ask for at once: rates, requests at a time, time for a body, size of a search. */
@NullMarked
package org.warmhandoff.server.access.rate;

import org.jspecify.annotations.NullMarked;
