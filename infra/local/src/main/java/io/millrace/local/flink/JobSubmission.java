package io.millrace.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Starts jobs of the fat jar: each once, and from where its last run was. */
public final class JobSubmission {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int HASH_LENGTH = 12;

    private final FlinkRest flink;
    private final RetainedCheckpoints checkpoints;
    private final Jar jar;
    private final List<String> arguments;

    /** Finds the fat jar when it is needed: before that it need not have been built. */
    public interface Jar {
        Path find() throws IOException;
    }

    /**
     * @param checkpoints Flink's checkpoint directory
     * @param ids where the ids of started jobs are kept
     * @param arguments of every job
     */
    public JobSubmission(FlinkRest flink, Path checkpoints, Path ids, Jar jar, List<String> arguments) {
        this.flink = flink;
        this.checkpoints = new RetainedCheckpoints(checkpoints, ids);
        this.jar = jar;
        this.arguments = List.copyOf(arguments);
    }

    /** Whether the job is there, running or being restarted by Flink. */
    public boolean isThere(FlinkJob job) throws IOException, InterruptedException {
        return flink.find(job.word()).isPresent();
    }

    /**
     * Starts the job unless it is there. Returns its id.
     *
     * <p>The id is ours and noted before Flink is asked: a job that ran and wrote checkpoints, although the answer was
     * lost, is not started again from an older one.
     */
    public String submit(FlinkJob job) throws IOException, InterruptedException {
        var there = flink.find(job.word());
        if (there.isPresent()) {
            return there.get();
        }
        var jarId = upload();
        var jobId = UUID.randomUUID().toString().replace("-", "");
        var restoreFrom = checkpoints.newest(job);
        checkpoints.started(job, jobId);
        flink.run(jarId, jobId, job.entryClass(), arguments, restoreFrom);
        return jobId;
    }

    /** Returns when all its tasks run. */
    public void awaitRunning(String jobId) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!flink.isRunning(jobId)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("job " + jobId + " does not run after " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES.toMillis());
        }
    }

    /** One at a time, so that the jar goes there once. */
    private synchronized String upload() throws IOException, InterruptedException {
        var file = jar.find();
        return flink.upload(file, "millrace-flink-jobs-" + hash(file) + ".jar");
    }

    private static String hash(Path file) throws IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
