/** What must go along with a disclosure (42 CFR 2.32), and how each dialect carries it. Pure. */
@NullMarked
package org.warmhandoff.routes.notice;

import org.jspecify.annotations.NullMarked;
