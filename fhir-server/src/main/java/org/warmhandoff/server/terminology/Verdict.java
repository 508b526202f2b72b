package org.warmhandoff.server.terminology;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The answer of FHIR R4's {@code $validate-code}. */
record Verdict(boolean result, @Nullable String message, @Nullable String display) {

    static Verdict no(String message) {
        return new Verdict(false, message, null);
    }

    /** For a code that is right, with its names: a display that is none of them makes it wrong. */
    static Verdict named(@Nullable String given, @Nullable String display, Stream<String> others) {
        boolean fits = given == null
                || given.isBlank()
                || display == null
                || Stream.concat(Stream.of(display), others)
                        .anyMatch(name -> normal(name).equalsIgnoreCase(normal(given)));
        return fits
                ? new Verdict(true, null, display)
                : new Verdict(false, "The display is not one of the code; it is \"" + display + "\".", display);
    }

    Parameters toParameters() {
        Parameters answer = new Parameters();
        answer.addParameter().setName("result").setValue(new BooleanType(result));
        if (message != null) {
            answer.addParameter().setName("message").setValue(new StringType(message));
        }
        if (display != null) {
            answer.addParameter().setName("display").setValue(new StringType(display));
        }
        return answer;
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
