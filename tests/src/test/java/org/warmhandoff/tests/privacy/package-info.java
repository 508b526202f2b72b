/** Whether answers tell of what is withheld: two servers that differ in that alone are asked the same (non-interference). */
@NullMarked
package org.warmhandoff.tests.privacy;

import org.jspecify.annotations.NullMarked;
