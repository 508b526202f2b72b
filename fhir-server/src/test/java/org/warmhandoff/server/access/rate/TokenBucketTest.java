package org.warmhandoff.server.access.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5 * MILLISECOND);

    @Test
    void so_many_at_once_and_then_so_many_a_second() {
        TokenBucket bucket = new TokenBucket(10, 3, 0);
        assertThat(taken(bucket, 5, 0)).isEqualTo(3);
        assertThat(bucket.until(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(bucket.take(50 * MILLISECOND)).isEqualTo(Duration.ofMillis(50));
        assertThat(bucket.take(100 * MILLISECOND)).isZero();
        assertThat(taken(bucket, 50, 3_600_000 * MILLISECOND)).isEqualTo(3);
    }

    @Test
    void in_the_long_run_the_rate_holds_however_often_one_asks() {
        TokenBucket bucket = new TokenBucket(7, 2, 0);
        int granted = 0;
        for (long at = 0; at < 60_000; at += 3) {
            granted += taken(bucket, 1, at * MILLISECOND);
        }
        assertThat(granted).isBetween(60 * 7 - 1, 60 * 7 + 2);
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_away() {
        TokenBucket bucket = new TokenBucket(1, 1, 0);
        assertThat(bucket.take(1_000 * MILLISECOND)).isZero();
        assertThat(bucket.take(0)).isPositive();
        assertThat(bucket.take(1_000 * MILLISECOND)).isPositive();
        assertThat(bucket.take(2_000 * MILLISECOND)).isZero();
    }

    @Test
    void everybody_has_a_bucket_and_many_threads_get_no_more_of_it() throws Exception {
        Buckets buckets = new Buckets(1, 100, now::get);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> some = () -> (int) IntStream.range(0, 100)
                    .filter(i -> buckets.take("one").isZero())
                    .count();
            int granted = 0;
            for (Future<Integer> each : threads.invokeAll(java.util.Collections.nCopies(4, some))) {
                granted += each.get();
            }
            assertThat(granted).isEqualTo(100);
            assertThat(buckets.until("one")).isPositive();
            assertThat(buckets.until("other")).isZero();
            assertThat(buckets.take("other")).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void one_network_of_ipv6_is_one_address() {
        assertThat(AddressLimit.network("2001:db8:1:2:3:4:5:6")).isEqualTo(AddressLimit.network("2001:db8:1:2::9"));
        assertThat(AddressLimit.network("2001:db8:1:3::9")).isNotEqualTo(AddressLimit.network("2001:db8:1:2::9"));
        assertThat(AddressLimit.network("10.0.0.1")).isNotEqualTo(AddressLimit.network("10.0.0.2"));
    }

    private static int taken(TokenBucket bucket, int asked, long at) {
        return (int)
                IntStream.range(0, asked).filter(i -> bucket.take(at).isZero()).count();
    }
}
