/** {@code Consent/$evaluate}: shows staff what would go to whom, and why, without letting anything go. */
@NullMarked
package org.warmhandoff.server.disclosure.evaluate;

import org.jspecify.annotations.NullMarked;
