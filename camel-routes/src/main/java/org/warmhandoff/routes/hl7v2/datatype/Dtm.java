package org.warmhandoff.routes.hl7v2.datatype;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * DT, TM, DTM and TS (HL7 v2.5.1, 2A.21 and following) as FHIR text, at the precision that was sent. ISO 8601 punctuation
 * is tolerated. FHIR knows no time without seconds or offset: seconds become zero, the offset that of the zone.
 */
public final class Dtm {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final int LARGEST_OFFSET = 14 * 60 * 60;

    private final String digits;
    private final String fraction;
    private final String offset;

    private Dtm(String digits, String fraction, String offset) {
        this.digits = digits;
        this.fraction = fraction;
        this.offset = offset;
    }

    /** A FHIR dateTime, or null when the text is no date. A time that makes no sense leaves the date. */
    public static @Nullable String dateTime(String text, ZoneId zone) {
        try {
            Dtm dtm = parse(text);
            String date = dtm.date();
            return dtm.hasTime() ? dtm.withTime(date, zone) : date;
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    /** A FHIR date: any time is left out, and with it the offset, for a birthday has none. */
    public static @Nullable String date(String text) {
        try {
            return parse(text).date();
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    /** A FHIR instant; a date alone stands for its first moment. */
    public static @Nullable String instant(String text, ZoneId zone) {
        String dateTime = dateTime(text, zone);
        if (dateTime == null || dateTime.length() < 10) {
            return null;
        }
        if (dateTime.length() > 10) {
            return dateTime;
        }
        return dateTime(dateTime.replace("-", "") + "00", zone);
    }

    /** The way back: digits of the precision of a FHIR date or time, with its offset. */
    public static String print(@Nullable String text) {
        int t = text == null ? -1 : text.indexOf('T');
        if (text == null || t < 0) {
            return text == null ? "" : text.replace("-", "");
        }
        String clock = text.substring(t + 1).replace(":", "");
        return text.substring(0, t).replace("-", "") + clock.replace("Z", "+0000");
    }

    private static Dtm parse(String text) {
        String plain = withoutPunctuation(text.strip());
        int sign = Math.max(plain.indexOf('+'), plain.indexOf('-'));
        String offset = sign < 0 ? "" : plain.substring(sign);
        String main = sign < 0 ? plain : plain.substring(0, sign);
        if (main.endsWith("Z")) {
            offset = "+0000";
            main = main.substring(0, main.length() - 1);
        }
        int dot = main.indexOf('.');
        return dot < 0 ? new Dtm(main, "", offset) : new Dtm(main.substring(0, dot), main.substring(dot + 1), offset);
    }

    /** Turns {@code 2026-11-23T08:30} into {@code 202611230830}; anything else stays. */
    private static String withoutPunctuation(String text) {
        boolean iso = text.length() >= 7 && text.charAt(4) == '-' && (text.length() < 10 || text.charAt(7) == '-');
        if (!iso) {
            return text;
        }
        int dateEnd = Math.min(text.length(), 10);
        String date = text.substring(0, dateEnd).replace("-", "");
        return date + text.substring(dateEnd).replace("T", "").replace(":", "").replace(" ", "");
    }

    private String date() {
        if (digits.length() < 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new DateTimeException("no date");
        }
        int year = number(0, 4);
        if (year < 1) {
            throw new DateTimeException("no year");
        }
        if (digits.length() < 6) {
            return digits.substring(0, 4);
        }
        YearMonth month = YearMonth.of(year, number(4, 6));
        return digits.length() < 8
                ? month.toString()
                : month.atDay(number(6, 8)).toString();
    }

    private boolean hasTime() {
        return digits.length() >= 10;
    }

    private String withTime(String date, ZoneId zone) {
        try {
            LocalTime time = LocalTime.of(number(8, 10), optional(10), optional(12));
            return date + "T" + TIME.format(time) + millis() + offset(LocalDate.parse(date), time, zone);
        } catch (DateTimeException | NumberFormatException e) {
            return date;
        }
    }

    private String millis() {
        String kept = fraction.substring(0, Math.min(3, fraction.length()));
        boolean usable = !kept.isEmpty() && kept.chars().allMatch(c -> c >= '0' && c <= '9');
        return usable && digits.length() >= 14 ? "." + (kept + "00").substring(0, 3) : "";
    }

    /** FHIR offsets have minutes and end at 14 hours; local mean times of long ago have seconds. */
    private String offset(LocalDate date, LocalTime time, ZoneId zone) {
        if (offset.isEmpty()) {
            int seconds = LocalDateTime.of(date, time).atZone(zone).getOffset().getTotalSeconds();
            return ZoneOffset.ofTotalSeconds(seconds / 60 * 60).getId();
        }
        String colon = offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
        ZoneOffset sent = ZoneOffset.of(colon);
        if (Math.abs(sent.getTotalSeconds()) > LARGEST_OFFSET) {
            throw new DateTimeException("no offset");
        }
        return ZoneOffset.ofTotalSeconds(sent.getTotalSeconds() / 60 * 60).getId();
    }

    private int optional(int from) {
        return digits.length() >= from + 2 ? number(from, from + 2) : 0;
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
