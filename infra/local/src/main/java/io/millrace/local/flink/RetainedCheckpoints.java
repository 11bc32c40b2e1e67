package io.millrace.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a job that was lost can continue: its checkpoints outlive the JobManager, which knows nothing of the jobs
 * before it. One file per job lists the ids it ran under, the latest last.
 */
final class RetainedCheckpoints {
    private final Path checkpoints;
    private final Path ids;

    /**
     * @param checkpoints Flink's checkpoint directory: {@code JOB_ID/chk-N/_metadata}
     * @param ids where the files with the ids are
     */
    RetainedCheckpoints(Path checkpoints, Path ids) {
        this.checkpoints = checkpoints;
        this.ids = ids;
    }

    void started(FlinkJob job, String jobId) throws IOException {
        Files.createDirectories(ids);
        Files.writeString(file(job), jobId + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The newest complete checkpoint of the latest run that has one. */
    Optional<Path> newest(FlinkJob job) throws IOException {
        if (!Files.exists(file(job))) {
            return Optional.empty();
        }
        List<String> latestFirst = new ArrayList<>(Files.readAllLines(file(job)));
        Collections.reverse(latestFirst);
        for (var jobId : latestFirst) {
            var newest = newest(checkpoints.resolve(jobId));
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> newest(Path ofJob) throws IOException {
        if (!Files.isDirectory(ofJob)) {
            return Optional.empty();
        }
        try (var found = Files.list(ofJob)) {
            return found.filter(path -> path.getFileName().toString().startsWith("chk-"))
                    .filter(path -> Files.exists(path.resolve("_metadata")))
                    .max(Comparator.comparingLong(RetainedCheckpoints::number));
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    private Path file(FlinkJob job) {
        return ids.resolve(job.word());
    }
}
