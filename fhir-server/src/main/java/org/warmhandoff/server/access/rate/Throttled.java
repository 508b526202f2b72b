package org.warmhandoff.server.access.rate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Answers 429 with the seconds to wait (RFC 6585, 4). */
record Throttled(MeterRegistry meters) {

    private static final String BODY = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"throttled\",\"diagnostics\":\"Too many requests; wait as long as Retry-After says.\"}]}";

    void answer(HttpServletResponse response, String limit, Duration wait) throws IOException {
        meters.counter("warmhandoff.access.limited", "limit", limit).increment();
        byte[] body = BODY.getBytes(StandardCharsets.US_ASCII);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
