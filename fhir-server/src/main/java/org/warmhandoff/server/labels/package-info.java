/**
 * Which security labels a record carries: by its source, its codes, its kind and what it was derived from, at every write;
 * and where the text of protected notes lies. Says nothing about who may see what.
 */
@NullMarked
package org.warmhandoff.server.labels;

import org.jspecify.annotations.NullMarked;
