/** What a caller may ask for at all: scopes, write rules, rates and bounds. What is shown of it is for {@code disclosure}. */
@NullMarked
package org.warmhandoff.server.access;

import org.jspecify.annotations.NullMarked;
