/** Packages of IHE Cross-enterprise Document Media Interchange (ITI TF-1:16), as 360X and Direct use them. */
@NullMarked
package org.warmhandoff.routes.ccda.xdm;

import org.jspecify.annotations.NullMarked;
