package org.warmhandoff.server.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.method.ResourceParameter;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Refuses what PostgreSQL cannot store: U+0000 and halves of surrogate pairs, which JSON can escape (RFC 8259, 8.2). */
@Interceptor
@Component
public class UnstorableText {

    static final String SENTENCE = "A text holds U+0000 or half of a surrogate pair, which no FHIR string may.";
    private static final int ESCAPE = 2;
    private static final int UNICODE_ESCAPE = 6;

    /** After validation, which keeps what it refuses where it was a message. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = 100)
    public void received(RequestDetails request) {
        boolean asked = request.getParameters().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
        String type = request.getHeader("Content-Type");
        byte[] body = type == null || type.contains("json") ? request.loadRequestContents() : null;
        boolean sent = body != null
                && body.length > 0
                && in(new String(body, ResourceParameter.determineRequestCharset(request)));
        if (asked || sent) {
            throw new InvalidRequestException(SENTENCE);
        }
    }

    /** Whether JSON says U+0000 or half of a pair, plainly or escaped. */
    static boolean in(String json) {
        if (json.indexOf('\0') >= 0) {
            return true;
        }
        boolean halfOpen = false;
        for (int at = json.indexOf('\\'); at >= 0; ) {
            int code = code(json, at);
            if (code == 0 || halfOpen != isLow(code)) {
                return true;
            }
            halfOpen = code >= Character.MIN_HIGH_SURROGATE && code <= Character.MAX_HIGH_SURROGATE;
            int next = at + (code < 0 ? ESCAPE : UNICODE_ESCAPE);
            at = json.indexOf('\\', next);
            if (halfOpen && at != next) {
                return true;
            }
        }
        return halfOpen;
    }

    private static boolean isLow(int code) {
        return code >= Character.MIN_LOW_SURROGATE && code <= Character.MAX_LOW_SURROGATE;
    }

    /** The character of an escape by number, -1 for any other escape. */
    private static int code(String json, int at) {
        if (json.length() < at + UNICODE_ESCAPE || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = at + ESCAPE; i < at + UNICODE_ESCAPE; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
