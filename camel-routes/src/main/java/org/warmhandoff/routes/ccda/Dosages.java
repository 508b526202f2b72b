package org.warmhandoff.routes.ccda;

import java.math.BigDecimal;
import java.util.Map;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.xml.XmlElement;

/** How a medication is taken: words, dose, route and interval of a medication activity. */
final class Dosages {

    private static final Map<String, UnitsOfTime> UNITS = Map.of(
            "min", UnitsOfTime.MIN,
            "h", UnitsOfTime.H,
            "d", UnitsOfTime.D,
            "wk", UnitsOfTime.WK,
            "mo", UnitsOfTime.MO,
            "a", UnitsOfTime.A);

    private final Reading reading;

    Dosages(Reading reading) {
        this.reading = reading;
    }

    void add(MedicationRequest request, XmlElement activity, Narrative narrative) {
        Dosage dosage = new Dosage();
        String words = reading.ssn().clean(narrative.said(activity.at("text")));
        dosage.setText(words.isEmpty() ? null : words);
        dosage.setRoute(reading.concept(activity.at("routeCode"), narrative));
        Quantity dose = quantity(activity.at("doseQuantity"));
        if (dose != null) {
            dosage.addDoseAndRate().setDose(dose);
        }
        Timing timing = timing(activity);
        if (!timing.isEmpty()) {
            dosage.setTiming(timing);
        }
        if (!dosage.isEmpty()) {
            request.addDosageInstruction(dosage);
        }
    }

    private Timing timing(XmlElement activity) {
        Timing timing = new Timing();
        for (XmlElement time : activity.all("effectiveTime")) {
            String type = time.attribute(Templates.XSI, "type");
            XmlElement every = time.at("period");
            UnitsOfTime unit = UNITS.get(every.attribute("unit"));
            BigDecimal number = number(every.attribute("value"));
            Period bounds = reading.times().period(time);
            if (unit != null && number != null && number.signum() > 0) {
                timing.getRepeat().setFrequency(1).setPeriod(number).setPeriodUnit(unit);
            } else if (bounds != null) {
                timing.getRepeat().setBounds(bounds);
            } else if (type.endsWith("EIVL_TS")) {
                reading.notes().add("the event that a medication is taken at not mapped");
            }
        }
        return timing;
    }

    private static @Nullable Quantity quantity(XmlElement pq) {
        BigDecimal value = number(pq.attribute("value"));
        if (value == null) {
            return null;
        }
        String unit = pq.attribute("unit");
        Quantity quantity = new Quantity().setValue(value);
        boolean ucum = !unit.isEmpty() && !unit.equals("1") && unit.chars().noneMatch(c -> c <= ' ');
        return ucum
                ? quantity.setUnit(unit).setSystem("http://unitsofmeasure.org").setCode(unit)
                : quantity;
    }

    private static @Nullable BigDecimal number(String text) {
        // A number of a thousand digits is none, and costs much to find that out.
        if (text.isEmpty() || text.length() > 18 || text.chars().anyMatch(c -> c != '.' && (c < '0' || c > '9'))) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
