/** XML from outside: read with bounds and without anything that reaches beyond the bytes. */
@NullMarked
package org.warmhandoff.routes.xml;

import org.jspecify.annotations.NullMarked;
