package io.millrace.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {
    @TempDir
    private Path directory;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void ready(String part, Duration since) {
            events.add(part + " ready");
        }

        @Override
        public void notice(String part, String message) {
            events.add(part + " " + message);
        }
    };

    @Test
    void startsAPartOnlyWhenWhatItNeedsIsReady() throws Exception {
        try (var supervisor = supervisor()) {
            supervisor.start(List.of(
                    task("jobs", List.of("cluster", "topics")),
                    sleeper("cluster", List.of()),
                    task("topics", List.of("broker")),
                    sleeper("broker", List.of())));

            assertThat(events.indexOf("topics ready")).isGreaterThan(events.indexOf("broker ready"));
            assertThat(events).last().isEqualTo("jobs ready");
        }
    }

    @Test
    void startsAgainWhatDied() throws Exception {
        try (var supervisor = supervisor()) {
            supervisor.start(List.of(sleeper("broker", List.of())));
            var first = supervisor.processes().get("broker");
            first.destroyForcibly();

            await().until(() -> events.contains("broker is back"));

            assertThat(supervisor.processes().get("broker").pid()).isNotEqualTo(first.pid());
            assertThat(events).anyMatch(event -> event.startsWith("broker ended with exit code 137"));
        }
    }

    @Test
    void stopsOnePartForGoodUntilItIsStartedAnew() throws Exception {
        try (var supervisor = supervisor()) {
            supervisor.start(List.of(sleeper("broker", List.of()), sleeper("app", List.of())));
            var app = supervisor.processes().get("app");

            supervisor.stop("app");

            assertThat(app.isAlive()).isFalse();
            assertThat(supervisor.processes()).containsOnlyKeys("broker");
            supervisor.start(List.of(sleeper("app", List.of())));
            assertThat(supervisor.processes()).containsOnlyKeys("app", "broker");
        }
    }

    @Test
    void bringsAboutAgainAnEffectThatIsGone() throws Exception {
        var there = new AtomicBoolean();
        var jobs = new TaskPart() {
            @Override
            public String name() {
                return "jobs";
            }

            @Override
            public void run() {
                there.set(true);
            }

            @Override
            public boolean isDone() {
                return there.get();
            }
        };
        try (var supervisor = supervisor()) {
            supervisor.start(List.of(jobs));
            there.set(false);

            await().untilTrue(there);
        }
    }

    @Test
    void stopsEachPartAfterThoseThatNeedIt() throws Exception {
        var supervisor = supervisor();
        supervisor.start(List.of(sleeper("broker", List.of()), sleeper("app", List.of("broker"))));
        var broker = supervisor.processes().get("broker");
        var app = supervisor.processes().get("app");
        app.onExit()
                .thenRun(() -> events.add("app gone, broker alive: " + broker.isAlive()))
                .isDone();

        supervisor.close();

        assertThat(broker.isAlive()).isFalse();
        assertThat(events).contains("app gone, broker alive: true");
        assertThat(directory.resolve("run")).isEmptyDirectory();
    }

    @Test
    void saysInOneLineWhichPartFailedAndWhereItsLogIs() {
        try (var supervisor = supervisor()) {
            assertThatThrownBy(() -> supervisor.start(List.of(process("broker", List.of(), "exit 3"))))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessage("broker ended with exit code 3 before it was ready; its log: "
                            + directory.resolve("log/broker.log"));
        }
    }

    @Test
    void leavesOutWhatNeedsAPartThatFailed() {
        try (var supervisor = supervisor()) {
            assertThatThrownBy(() -> supervisor.start(
                            List.of(process("broker", List.of(), "exit 3"), task("topics", List.of("broker")))))
                    .isInstanceOf(PartFailedException.class);
        }
        assertThat(events).doesNotContain("topics ready");
    }

    @Test
    void doesNotRestartWhatHasDoneItsWork() throws Exception {
        var replay = new Script("replay", List.of(), "echo replayed") {
            @Override
            public boolean isFinite() {
                return true;
            }
        };
        try (var supervisor = supervisor()) {
            supervisor.start(List.of(replay));
            await().until(() -> supervisor.finished("replay").isDone());
        }
        assertThat(Files.readString(directory.resolve("log/replay.log"))).isEqualTo("replayed\n");
    }

    @Test
    void endsWhatAKilledLauncherLeftRunning() throws Exception {
        var orphan = ChildProcess.start(
                new Command(List.of("sleep", "600"), new TreeMap<>(), directory),
                directory.resolve("log/broker.log"),
                new PidFile(directory.resolve("run/broker.pid")));

        assertThat(Supervisor.endOrphans(directory.resolve("run"))).containsExactly("broker");

        assertThat(orphan.handle().isAlive()).isFalse();
    }

    @Test
    void leavesAloneAProcessThatOnlyHasTheSameId() throws Exception {
        var somebody = new ProcessBuilder("sleep", "600").start();
        try {
            Files.createDirectories(directory.resolve("run"));
            Files.write(
                    directory.resolve("run/broker.pid"),
                    List.of(Long.toString(somebody.pid()), "2001-01-01T00:00:00Z"));

            assertThat(Supervisor.endOrphans(directory.resolve("run"))).isEmpty();

            assertThat(somebody.isAlive()).isTrue();
        } finally {
            somebody.destroyForcibly();
        }
    }

    private Supervisor supervisor() {
        return new Supervisor(directory.resolve("run"), directory.resolve("log"), progress);
    }

    private ProcessPart sleeper(String name, List<String> needs) {
        return process(name, needs, "exec sleep 600");
    }

    private ProcessPart process(String name, List<String> needs, String script) {
        return new Script(name, needs, script);
    }

    private static TaskPart task(String name, List<String> needs) {
        return new TaskPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> needs() {
                return needs;
            }

            @Override
            public void run() {}
        };
    }

    /** A shell script; ready once it has run for a moment. */
    private class Script implements ProcessPart {
        private final String name;
        private final List<String> needs;
        private final String script;

        Script(String name, List<String> needs, String script) {
            this.name = name;
            this.needs = needs;
            this.script = script;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> needs() {
            return needs;
        }

        @Override
        public Command command() {
            return new Command(List.of("sh", "-c", script), new TreeMap<>(), directory);
        }

        @Override
        public boolean isReady() {
            return script.startsWith("exec");
        }
    }
}
