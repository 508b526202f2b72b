/** Files that partners put into a folder for us: taken under a lock, kept, answered beside. Knows no database. */
@NullMarked
package org.warmhandoff.routes.files;

import org.jspecify.annotations.NullMarked;
