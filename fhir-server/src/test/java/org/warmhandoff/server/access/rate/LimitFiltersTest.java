package org.warmhandoff.server.access.rate;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.warmhandoff.server.access.KnownScopes;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.part2.Purpose;

class LimitFiltersTest {

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Optional<Caller> asking = Optional.empty();

    private ClientLimit clientLimit(int burst, int concurrent) {
        CurrentCaller current = () -> asking;
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("currentCaller", current));
        return new ClientLimit(
                new KnownScopes(beans.getBeanProvider(CurrentCaller.class)),
                new Buckets(1, burst, now::get),
                concurrent,
                new Throttled(meters));
    }

    private static Caller caller(Caller.Kind kind, String client) {
        return new Caller(kind, client, null, null, Set.of(), Set.of(), Purpose.TREAT, null);
    }

    private static MockHttpServletResponse through(
            jakarta.servlet.Filter filter, MockHttpServletRequest request, FilterChain chain)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    @Test
    void a_client_that_asks_too_often_is_told_when_to_come_again_and_others_are_not() throws Exception {
        ClientLimit limit = clientLimit(2, 10);
        FilterChain chain = (request, response) -> {};
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Task");
        asking = Optional.of(caller(Caller.Kind.PARTNER, "mercy-ehr"));
        assertThat(through(limit, request, chain).getStatus()).isEqualTo(200);
        assertThat(through(limit, request, chain).getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = through(limit, request, chain);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("throttled");

        asking = Optional.of(caller(Caller.Kind.PARTNER, "other"));
        assertThat(through(limit, request, chain).getStatus()).isEqualTo(200);
        asking = Optional.of(caller(Caller.Kind.STAFF, "staff"));
        for (int i = 0; i < 20; i++) {
            assertThat(through(limit, request, chain).getStatus()).isEqualTo(200);
        }
        asking = Optional.of(caller(Caller.Kind.PARTNER, "mercy-ehr"));
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(through(limit, request, chain).getStatus()).isEqualTo(200);
        assertThat(meters.counter("warmhandoff.access.limited", "limit", "rate").count())
                .isEqualTo(1);
    }

    @Test
    void only_so_many_requests_of_one_client_are_under_way() throws Exception {
        ClientLimit limit = clientLimit(100, 2);
        asking = Optional.of(caller(Caller.Kind.PARTNER, "mercy-ehr"));
        AtomicInteger deepest = new AtomicInteger();
        MockHttpServletResponse[] innermost = new MockHttpServletResponse[1];
        FilterChain again = new FilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
                    throws IOException, ServletException {
                deepest.incrementAndGet();
                innermost[0] = through(limit, new MockHttpServletRequest("GET", "/fhir/Task"), this);
            }
        };
        through(limit, new MockHttpServletRequest("GET", "/fhir/Task"), again);

        assertThat(deepest).hasValue(2);
        FilterChain failing = (request, response) -> {
            throw new ServletException("broken");
        };
        for (int i = 0; i < 5; i++) {
            Assertions.assertThatThrownBy(
                            () -> through(limit, new MockHttpServletRequest("GET", "/fhir/Task"), failing))
                    .isInstanceOf(ServletException.class);
        }
        assertThat(through(limit, new MockHttpServletRequest("GET", "/fhir/Task"), (request, response) -> {})
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_tries_out_tokens_is_held_back_everywhere() throws Exception {
        AddressLimit limit = new AddressLimit(new Buckets(1, 3, now::get), new Throttled(meters));
        FilterChain unknown = (request, response) -> ((MockHttpServletResponse) response).setStatus(401);
        FilterChain known = (request, response) -> {};
        for (int i = 0; i < 10; i++) {
            assertThat(through(limit, from("10.1.1.1", "/fhir/Task"), known).getStatus())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(through(limit, from("10.1.1.1", "/fhir/Task"), unknown).getStatus())
                    .isEqualTo(401);
        }
        assertThat(through(limit, from("10.1.1.1", "/fhir/Task"), unknown).getStatus())
                .isEqualTo(429);
        assertThat(through(limit, from("10.1.1.1", "/oauth2/token"), known).getStatus())
                .isEqualTo(429);
        assertThat(through(limit, from("10.1.1.2", "/oauth2/token"), known).getStatus())
                .isEqualTo(200);
    }

    private static MockHttpServletRequest from(String address, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr(address);
        return request;
    }

    @Test
    void a_body_that_takes_too_long_is_not_waited_for() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/fhir/Task");
        request.setContent(new byte[1000]);
        FilterChain reads = (asked, response) -> asked.getInputStream().readAllBytes();
        Assertions.assertThatThrownBy(() -> through(new SlowBody(Duration.ofNanos(1)), request, reads))
                .isInstanceOf(UnclassifiedServerFailureException.class);
        request.setContent(new byte[1000]);
        assertThat(through(new SlowBody(Duration.ofMinutes(1)), request, reads).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, '', true",
        "5, 0, '', false",
        "1, 2, '', true",
        "1, 3, '', false",
        "1, 0, a.b, true",
        "1, 0, a.b.c, false",
        "1, 0, _has:A:b:c, true",
        "1, 0, _has:A:b:_has:C:d:e, false",
        "1, 0, a._has:A:b:c, false",
    })
    void a_search_is_bounded(int values, int includes, String name, boolean allowed) {
        SearchBounds bounds = new SearchBounds(new BoundsProperties(4, 2, 1, Duration.ofSeconds(1)));
        Map<String, String[]> parameters = new HashMap<>();
        parameters.put("status", new String[] {"x" + ",x".repeat(values - 1)});
        String[] included = new String[includes];
        java.util.Arrays.fill(included, "Task:patient");
        if (includes > 0) {
            parameters.put("_include", included);
        }
        if (!name.isEmpty()) {
            parameters.put(name, new String[] {"x"});
        }
        if (allowed) {
            bounds.check(parameters);
        } else {
            Assertions.assertThatThrownBy(() -> bounds.check(parameters)).isInstanceOf(InvalidRequestException.class);
        }
    }
}
