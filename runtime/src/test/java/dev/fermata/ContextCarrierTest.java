package dev.fermata;

import static dev.fermata.Fermata.checkpoint;
import static dev.fermata.Fermata.done;
import static dev.fermata.Fermata.offload;
import static dev.fermata.Fermata.spawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.fermata.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** With the diagnostic context of SLF4J and Logback: each line is to be logged with that of its own task. */
@NullUnmarked // completes tasks of Void
final class ContextCarrierTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing(); // else it looks at the context only when it is asked
            super.append(line);
        }
    };
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("test");
    private final EventLoop loop = new VirtualTime().loop(FailureHandler.logging());

    private static final class MdcCarrier implements ContextCarrier {
        @Override
        public Object capture() {
            return MDC.getCopyOfContextMap();
        }

        @Override
        @SuppressWarnings("unchecked") // what was captured
        public void restore(Object captured) {
            if (captured == null) {
                MDC.clear();
            } else {
                MDC.setContextMap((Map<String, String>) captured);
            }
        }
    }

    @BeforeEach
    void logIntoAList() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        lines.setContext(context);
        lines.start();
        log.addAppender(lines);
        loop.carry(new MdcCarrier());
    }

    @AfterEach
    void clear() {
        loop.close();
        MDC.clear();
    }

    private List<String> logged() {
        return lines.list.stream()
                .map(line -> line.getMessage() + new TreeMap<>(line.getMDCPropertyMap()))
                .toList();
    }

    private Task<Void> serve(String user) {
        return Script.of(
                a -> {
                    MDC.put("user", user);
                    return checkpoint();
                },
                a -> {
                    log.info("found");
                    MDC.put("step", "2");
                    return checkpoint();
                },
                a -> {
                    log.info("served");
                    return null;
                });
    }

    @Test
    void eachLineIsLoggedWithWhatItsOwnTaskHasPut() {
        loop.run(() -> Fermata.gather(spawn(() -> serve("ann")), spawn(() -> serve("bob"))));

        assertThat(logged())
                .containsExactly(
                        "found{user=ann}", "found{user=bob}", "served{step=2, user=ann}", "served{step=2, user=bob}");
    }

    @Test
    void tasksInheritWhatTheirSpawnerHadAlsoTheMainOneAndOffloadedWork() {
        MDC.put("process", "7");

        loop.run(() -> {
            MDC.put("user", "ann");
            Task<Void> spawned = spawn(() -> {
                log.info("spawned");
                return done();
            });
            Task<Void> offloaded = offload(() -> {
                log.info("offloaded");
                return null;
            });
            MDC.remove("user");
            return Script.of(a -> spawned, a -> offloaded, a -> {
                log.info("main");
                return null;
            });
        });

        assertThat(logged())
                .containsExactlyInAnyOrder(
                        "spawned{process=7, user=ann}", "offloaded{process=7, user=ann}", "main{process=7}")
                .endsWith("main{process=7}");
    }

    @Test
    void theThreadHasItsOwnAgainWhenTheLoopHasEndedAndActionsSeeThat() {
        MDC.put("process", "7");

        loop.run(() -> {
            MDC.put("user", "ann");
            loop.execute(() -> {
                log.info("action");
                MDC.put("left", "behind");
            });
            loop.execute(() -> log.info("another"));
            return Script.of(a -> checkpoint(), a -> Fermata.sleep(Duration.ofSeconds(1)));
        });

        assertThat(logged()).containsExactly("action{process=7}", "another{process=7}");
        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("process", "7"));
    }

    @Test
    void aThreadLocalIsCarriedBesideItAndTaskLocalsToo() {
        ThreadLocal<String> tenant = new ThreadLocal<>();
        TaskLocal<String> user = TaskLocal.named("user");
        loop.carry(ContextCarrier.of(tenant));

        List<String> seen = loop.run(() -> {
            Task<String> one = user.where("ann", () -> {
                tenant.set("one");
                return Script.of(a -> checkpoint(), a -> done(tenant.get() + user.get()));
            });
            tenant.remove();
            Task<String> none = Script.of(a -> checkpoint(), a -> done(tenant.get() + user.isBound()));
            return Fermata.gather(one, none);
        });

        assertThat(seen).containsExactly("oneann", "nullfalse");
    }

    @Test
    void carriersAreGivenToALoopBeforeItRuns() {
        loop.run(() -> done());

        assertThatThrownBy(() -> loop.carry(new MdcCarrier()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before run(...)");
    }
}
