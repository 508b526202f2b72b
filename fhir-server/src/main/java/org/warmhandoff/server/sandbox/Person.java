package org.warmhandoff.server.sandbox;

import java.time.LocalDate;
import java.util.Map;

/** An invented client. */
record Person(String given, String family, String gender, LocalDate birthDate) {

    static final Person JORDAN = new Person("Jordan", "Doe", "female", LocalDate.of(1990, 4, 12));
    static final Person AVERY = new Person("Avery", "Quinn", "male", LocalDate.of(1984, 9, 3));
    static final Person RILEY = new Person("Riley", "Marsh", "female", LocalDate.of(1978, 1, 27));
    static final Person CASEY = new Person("Casey", "Holt", "male", LocalDate.of(1996, 6, 18));

    Map<String, String> values() {
        return Map.of(
                "given",
                given,
                "family",
                family,
                "gender",
                gender,
                "birthDate",
                birthDate.toString(),
                "v2.birthDate",
                birthDate.toString().replace("-", ""),
                "v2.sex",
                gender.equals("female") ? "F" : "M");
    }
}
