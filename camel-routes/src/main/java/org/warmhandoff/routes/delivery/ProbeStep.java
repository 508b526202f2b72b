package org.warmhandoff.routes.delivery;

import java.time.Duration;

/**
 * One line of a scorecard.
 *
 * @param detail codes and transport facts, no content and no words of the partner
 */
public record ProbeStep(String name, boolean passed, String detail, Duration took) {}
