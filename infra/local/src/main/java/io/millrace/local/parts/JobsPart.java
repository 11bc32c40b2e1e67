package io.millrace.local.parts;

import io.millrace.local.flink.FlinkJob;
import io.millrace.local.flink.JobSubmission;
import io.millrace.local.process.TaskPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Flink jobs: submitted, and again after the JobManager was lost. */
public final class JobsPart implements TaskPart {
    private final JobSubmission submission;

    JobsPart(JobSubmission submission) {
        this.submission = submission;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public List<String> needs() {
        return List.of("jobmanager", "taskmanager", "topics");
    }

    @Override
    public void run() throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        for (var job : FlinkJob.values()) {
            ids.add(submission.submit(job));
        }
        for (var id : ids) {
            submission.awaitRunning(id);
        }
    }

    @Override
    public boolean isDone() throws IOException, InterruptedException {
        for (var job : FlinkJob.values()) {
            if (!submission.isThere(job)) {
                return false;
            }
        }
        return true;
    }
}
