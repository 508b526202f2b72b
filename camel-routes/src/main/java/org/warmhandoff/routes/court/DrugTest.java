package org.warmhandoff.routes.court;

import java.time.LocalDate;

/**
 * One collection and its result. Which substances were tested for, and the medicine that explains an expected positive,
 * are no business of the court.
 *
 * @param expected whether the result is what the treatment plan makes it: an expected positive is prescribed medication
 */
public record DrugTest(LocalDate date, DrugTestResult result, boolean expected) {}
