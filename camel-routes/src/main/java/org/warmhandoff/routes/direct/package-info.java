/** Direct secure messaging: mail whose content is signed and encrypted with S/MIME (ONC Applicability Statement 1.2). */
@NullMarked
package org.warmhandoff.routes.direct;

import org.jspecify.annotations.NullMarked;
