package org.warmhandoff.routes.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How plain text carries what goes along: a file beside others, and the words of a mail. */
public final class TextCarriage {

    private TextCarriage() {}

    /** {@code NOTICE.txt}: both statements where both may stand, then the scopes. */
    public static String file(Carriage carriage) {
        List<String> lines = new ArrayList<>();
        if (carriage.statement() == Carriage.Statement.EITHER) {
            lines.add(RedisclosureNotice.longText());
        }
        lines.addAll(carriage.briefly());
        return String.join("\n\n", lines) + "\n";
    }

    /** The part of a mail that is read before what is attached is opened; empty when nothing goes along. */
    public static String mail(Carriage carriage) {
        return carriage.fully().stream().map(line -> line + "\r\n\r\n").collect(Collectors.joining());
    }
}
