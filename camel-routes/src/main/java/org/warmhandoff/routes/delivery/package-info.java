/** What goes out: the message, the senders by endpoint type and what became of an attempt. Knows no database. */
@NullMarked
package org.warmhandoff.routes.delivery;

import org.jspecify.annotations.NullMarked;
