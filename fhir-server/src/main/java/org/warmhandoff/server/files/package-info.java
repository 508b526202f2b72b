/** Looks into the folders of partners, again and again, on one node at a time. */
@NullMarked
package org.warmhandoff.server.files;

import org.jspecify.annotations.NullMarked;
