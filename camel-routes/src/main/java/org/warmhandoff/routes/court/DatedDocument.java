package org.warmhandoff.routes.court;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A PDF has the time of day and a random id in it unless told otherwise; then no two renderings would be the same. */
final class DatedDocument extends PDDocument {

    private final Instant date;

    DatedDocument(Instant date, long id) {
        this.date = date;
        setDocumentId(id);
    }

    /** The renderer calls this with the present time, and copies from it into the XMP metadata afterwards. */
    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(date.toEpochMilli());
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        super.setDocumentInformation(information);
    }
}
