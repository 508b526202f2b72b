package org.warmhandoff.server.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    @Bean
    @DependsOn("databaseSchemas")
    Scheduler scheduler(DataSource dataSource, List<RecurringWork> works) {
        List<RecurringTask<?>> tasks =
                works.stream().<RecurringTask<?>>map(TimerConfiguration::task).toList();
        return Scheduler.create(dataSource)
                .tableName("warmhandoff.scheduled_tasks")
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    private static RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every())).execute((instance, context) -> work.run());
    }

    @Bean
    TimerLifecycle timerLifecycle(Scheduler scheduler) {
        return new TimerLifecycle(scheduler);
    }
}
