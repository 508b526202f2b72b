/** What was said, what became of it and what partners saw: plain values, and the rules that they must keep. */
@NullMarked
package org.warmhandoff.tests.faults.history;

import org.jspecify.annotations.NullMarked;
