/** The stay in a programme: the EpisodeOfCare that admission opens and discharge closes. */
@NullMarked
package org.warmhandoff.server.episode;

import org.jspecify.annotations.NullMarked;
