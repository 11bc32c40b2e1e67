package io.millrace.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {
    @TempDir
    private Path directory;

    private RetainedCheckpoints checkpoints;

    @BeforeEach
    void lookIntoAnEmptyDirectory() {
        checkpoints = new RetainedCheckpoints(directory.resolve("checkpoints"), directory.resolve("jobs"));
    }

    @Test
    void startAJobAnewThatNeverRan() throws Exception {
        assertThat(checkpoints.newest(FlinkJob.SIGNALS)).isEmpty();
    }

    @Test
    void areTakenByNumberNotByName() throws Exception {
        checkpoints.started(FlinkJob.SIGNALS, "first");
        complete("first", 9);
        complete("first", 10);

        assertThat(checkpoints.newest(FlinkJob.SIGNALS)).contains(path("first", 10));
    }

    @Test
    void areLeftOutWhenTheyWereNeverCompleted() throws Exception {
        checkpoints.started(FlinkJob.SIGNALS, "first");
        complete("first", 1);
        Files.createDirectories(path("first", 2));

        assertThat(checkpoints.newest(FlinkJob.SIGNALS)).contains(path("first", 1));
    }

    @Test
    void areThoseOfTheRunBeforeWhenTheLatestDiedBeforeItsFirst() throws Exception {
        checkpoints.started(FlinkJob.SIGNALS, "first");
        complete("first", 1);
        checkpoints.started(FlinkJob.SIGNALS, "second");

        assertThat(checkpoints.newest(FlinkJob.SIGNALS)).contains(path("first", 1));
    }

    @Test
    void ofOneJobAreNothingToAnother() throws Exception {
        checkpoints.started(FlinkJob.SIGNALS, "first");
        complete("first", 1);

        assertThat(checkpoints.newest(FlinkJob.FEATURES)).isEmpty();
    }

    private void complete(String jobId, int number) throws Exception {
        Files.createDirectories(path(jobId, number));
        Files.writeString(path(jobId, number).resolve("_metadata"), "");
    }

    private Path path(String jobId, int number) {
        return directory.resolve("checkpoints").resolve(jobId).resolve("chk-" + number);
    }
}
