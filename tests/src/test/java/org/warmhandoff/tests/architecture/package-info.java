/** The structure of all modules as rules: arrows, bans and budgets. */
@NullMarked
package org.warmhandoff.tests.architecture;

import org.jspecify.annotations.NullMarked;
