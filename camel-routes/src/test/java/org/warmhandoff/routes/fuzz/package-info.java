/** What the fuzz tests of the parsers share. They stand beside the code that they try to break. */
@NullMarked
package org.warmhandoff.routes.fuzz;

import org.jspecify.annotations.NullMarked;
