/** How clients of a server get their tokens, with none of its code: SMART Backend Services (SMART App Launch 2.2). */
@NullMarked
package org.warmhandoff.tests.smart;

import org.jspecify.annotations.NullMarked;
