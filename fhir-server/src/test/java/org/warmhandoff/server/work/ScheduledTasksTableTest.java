package org.warmhandoff.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScheduledTasksTableTest {

    @Test
    void a_timer_is_kept_in_our_schema_and_goes_off() throws Exception {
        DataSource dataSource = QueueDatabase.empty();
        CountDownLatch ran = new CountDownLatch(1);
        OneTimeTask<Void> expiry = Tasks.oneTime("referral-expiry").execute((instance, context) -> ran.countDown());
        Scheduler scheduler = Scheduler.create(dataSource, expiry)
                .tableName("warmhandoff.scheduled_tasks")
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(50))
                .enablePriority()
                .build();
        scheduler.schedule(expiry.instance("Task/1"), Instant.now().minusSeconds(1));
        assertThat(rows(dataSource)).isOne();

        scheduler.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> ran.getCount() == 0);
            await().atMost(Duration.ofSeconds(30)).until(() -> rows(dataSource) == 0);
        } finally {
            scheduler.stop();
        }
    }

    private static long rows(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from warmhandoff.scheduled_tasks")
                .query(Long.class)
                .single();
    }
}
