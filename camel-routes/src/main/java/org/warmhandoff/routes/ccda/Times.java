package org.warmhandoff.routes.ccda;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Dtm;
import org.warmhandoff.routes.xml.XmlElement;

/** TS and IVL_TS, points in time and intervals (HL7 v3 data types R1, 2.21 and 2.24), written as in HL7 v2. */
final class Times {

    private final ZoneId zone;

    /** @param zone where a time without an offset was written */
    Times(ZoneId zone) {
        this.zone = zone;
    }

    @Nullable
    DateTimeType dateTime(XmlElement ts) {
        String text = Dtm.dateTime(ts.attribute("value"), zone);
        return text == null ? null : new DateTimeType(text);
    }

    /** The beginning of an interval, or the point that it is. */
    @Nullable
    DateTimeType start(XmlElement interval) {
        DateTimeType low = dateTime(interval.at("low"));
        return low == null ? dateTime(interval) : low;
    }

    @Nullable
    DateTimeType end(XmlElement interval) {
        return dateTime(interval.at("high"));
    }

    @Nullable
    DateType date(XmlElement ts) {
        String text = Dtm.date(ts.attribute("value"));
        return text == null ? null : new DateType(text);
    }

    @Nullable
    InstantType instant(XmlElement ts) {
        String text = Dtm.instant(ts.attribute("value"), zone);
        return text == null ? null : new InstantType(text);
    }

    /** Null when it has no usable end. */
    @Nullable
    Period period(XmlElement interval) {
        DateTimeType start = start(interval);
        DateTimeType end = end(interval);
        boolean reversed = start != null && end != null && start.getValue().after(end.getValue());
        if (start == null && end == null || reversed) {
            return null;
        }
        return new Period().setStartElement(start).setEndElement(end);
    }
}
