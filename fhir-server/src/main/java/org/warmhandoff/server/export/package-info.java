/** What payers pull in bulk: whom a payer covers, its Group, and the export of that Group (Bulk Data Access IG). */
@NullMarked
package org.warmhandoff.server.export;

import org.jspecify.annotations.NullMarked;
