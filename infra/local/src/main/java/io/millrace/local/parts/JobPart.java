package io.millrace.local.parts;

import io.millrace.local.flink.FlinkJob;
import io.millrace.local.flink.JobSubmission;
import io.millrace.local.process.TaskPart;
import java.io.IOException;
import java.util.List;

/** A Flink job: submitted, and again after the JobManager was lost. */
public final class JobPart implements TaskPart {
    private final FlinkJob job;
    private final JobSubmission submission;

    JobPart(FlinkJob job, JobSubmission submission) {
        this.job = job;
        this.submission = submission;
    }

    @Override
    public String name() {
        return job.word();
    }

    @Override
    public List<String> needs() {
        return List.of("jobmanager", "taskmanager", "topics");
    }

    @Override
    public void run() throws IOException, InterruptedException {
        submission.awaitRunning(submission.submit(job));
    }

    @Override
    public boolean isDone() throws IOException, InterruptedException {
        return submission.isThere(job);
    }
}
