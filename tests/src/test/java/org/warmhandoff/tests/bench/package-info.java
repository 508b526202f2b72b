/** What the running jar costs: start, messages, transactions and searches. Runs under the profile {@code bench} only. */
@NullMarked
package org.warmhandoff.tests.bench;

import org.jspecify.annotations.NullMarked;
