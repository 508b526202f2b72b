/** The court package: what a court may receive, as a zip of manifest, report and notice. Pure. */
@NullMarked
package org.warmhandoff.routes.court;

import org.jspecify.annotations.NullMarked;
