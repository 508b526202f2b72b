package org.warmhandoff.routes.hl7v2.datatype;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-12-23, 2026-11-23, 2026-12-23",
        "2026-11-23, 2026-11-23, 2026-11-23, 2026-11-23",
        "2026-11-23T15:00:00-06:00, 2026-12-23, 2026-11-23T15:00:00-06:00, 2026-12-23",
        "2026-11-23T15:00:00-06:00, 2026-11-23, 2026-11-23, 2026-11-23",
        "2026-11-23T23:00:00-06:00, 2026-11-24, 2026-11-23, 2026-11-24",
        "2026, 2026-11, 2026, 2026",
        "2026-11-23T23:00:00-06:00, 2026-11-24T04:00:00Z, 2026-11-23T23:00:00-06:00, ",
        "2026-12-23, 2026-11-23, 2026-12-23, ",
    })
    void ends_after_it_starts_at_a_precision_that_shows_it(String start, String end, String from, String to) {
        var period = Periods.of(new DateTimeType(start), new DateTimeType(end));
        assertThat(period).isNotNull();
        assertThat(period.getStartElement().getValueAsString()).isEqualTo(from);
        assertThat(period.getEndElement().getValueAsString()).isEqualTo(to);
    }

    @Test
    void half_a_period_is_one_and_nothing_is_none() {
        assertThat(Periods.of(null, new DateTimeType("2026"))).isNotNull();
        assertThat(Periods.of(null, null)).isNull();
    }
}
