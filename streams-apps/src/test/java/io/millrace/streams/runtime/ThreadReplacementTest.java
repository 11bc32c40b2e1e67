package io.millrace.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final ThreadReplacement replacement = new ThreadReplacement("app");

    @Test
    void replacesAThreadThatDies() {
        assertThat(replacement.handle(new IllegalStateException("once"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void givesUpWhenThreadsDieAgainAndAgain() {
        for (int i = 0; i < 10; i++) {
            assertThat(replacement.handle(new IllegalStateException("again"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(replacement.handle(new IllegalStateException("again"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void givesUpAtOnceOnAnErrorOfTheVirtualMachine() {
        assertThat(replacement.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    }
}
