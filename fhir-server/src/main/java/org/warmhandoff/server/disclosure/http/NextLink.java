package org.warmhandoff.server.disclosure.http;

import java.util.ArrayList;
import java.util.List;

/** The address of the same search from another hit on. */
final class NextLink {

    private static final String OFFSET = "_offset=";

    private NextLink() {}

    static String of(String self, int offset) {
        int question = self.indexOf('?');
        String path = question < 0 ? self : self.substring(0, question);
        List<String> query = new ArrayList<>();
        if (question >= 0) {
            for (String parameter : self.substring(question + 1).split("&")) {
                if (!parameter.isEmpty() && !parameter.startsWith(OFFSET)) {
                    query.add(parameter);
                }
            }
        }
        query.add(OFFSET + offset);
        return path + "?" + String.join("&", query);
    }
}
