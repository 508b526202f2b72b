package org.warmhandoff.routes.hl7v2.datatype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtmTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "2026, 2026",
        "202611, 2026-11",
        "20261123, 2026-11-23",
        "2026112308, 2026-11-23T08:00:00-06:00",
        "202607230830, 2026-07-23T08:30:00-05:00",
        "20261123083015, 2026-11-23T08:30:15-06:00",
        "20261123083015.1234, 2026-11-23T08:30:15.123-06:00",
        "20261123083015.5+0215, 2026-11-23T08:30:15.500+02:15",
        "202611230830+0000, 2026-11-23T08:30:00Z",
        "20261123083000Z, 2026-11-23T08:30:00Z",
        "2026-11-23, 2026-11-23",
        "2026-11, 2026-11",
        "2026-11-23T08:30:00-05:00, 2026-11-23T08:30:00-05:00",
        "2026-11-23 08:30, 2026-11-23T08:30:00-06:00",
        "18400101120000, 1840-01-01T12:00:00-05:50",
    })
    void keeps_the_precision_and_offset_that_were_sent(String v2, String fhir) {
        assertThat(Dtm.dateTime(v2, ZONE)).isEqualTo(fhir);
        assertThat(new DateTimeType(fhir).getValueAsString()).isEqualTo(fhir);
    }

    @ParameterizedTest
    @CsvSource({
        "20261123996000, 2026-11-23",
        "20261123083000+1500, 2026-11-23",
        "20261123083000+9x00, 2026-11-23",
        "2026112308aa, ",
        "19610615000000, 1961-06-15T00:00:00-05:00",
    })
    void leaves_the_date_when_the_time_makes_no_sense(String v2, String fhir) {
        assertThat(Dtm.dateTime(v2, ZONE)).isEqualTo(fhir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "198", "20261301", "20260230", "00000101", "11/23/2026", "-", "+", "."})
    void takes_nothing_that_is_no_date(String v2) {
        assertThat(Dtm.dateTime(v2, ZONE)).isNull();
        assertThat(Dtm.date(v2)).isNull();
        assertThat(Dtm.instant(v2, ZONE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"19900412, 1990-04-12", "19900412235959+0900, 1990-04-12", "1990, 1990", "199004, 1990-04"})
    void a_birthday_has_neither_time_nor_offset(String v2, String fhir) {
        assertThat(Dtm.date(v2)).isEqualTo(fhir);
    }

    @ParameterizedTest
    @CsvSource({"20261123, 2026-11-23T00:00:00-06:00", "202611230830, 2026-11-23T08:30:00-06:00", "2026, "})
    void a_day_stands_for_its_first_moment_where_fhir_wants_an_instant(String v2, String fhir) {
        assertThat(Dtm.instant(v2, ZONE)).isEqualTo(fhir);
    }
}
