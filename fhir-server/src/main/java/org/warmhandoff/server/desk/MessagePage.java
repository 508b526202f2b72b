package org.warmhandoff.server.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, newest first.
 *
 * @param next where the list goes on, null at its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessagePage(List<MessageView> messages, @Nullable String next) {

    /** A place in the list: what lies below both ids is still to come. */
    record Cursor(long in, long out) {

        static final Cursor START = new Cursor(Long.MAX_VALUE, Long.MAX_VALUE);
        private static final Pattern FORM = Pattern.compile("(\\d{1,19})\\.(\\d{1,19})");

        static Cursor parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw DeskProblem.wrong("after must be what an earlier page gave as next.");
            }
            return new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }

        Cursor below(MessageView message) {
            MessageRef ref = MessageRef.parse(message.id());
            return ref.inbound() ? new Cursor(ref.id(), out) : new Cursor(in, ref.id());
        }

        @Override
        public String toString() {
            return in + "." + out;
        }
    }
}
