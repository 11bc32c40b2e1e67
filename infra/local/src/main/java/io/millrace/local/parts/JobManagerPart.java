package io.millrace.local.parts;

import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.util.List;

/** Flink's JobManager with its dashboard. */
public final class JobManagerPart implements ProcessPart {
    private final FlinkCluster cluster;

    JobManagerPart(FlinkCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "jobmanager";
    }

    @Override
    public void prepare() throws IOException {
        cluster.writeConfiguration();
    }

    @Override
    public Command command() throws IOException {
        return cluster.java(
                name(),
                320,
                List.of(),
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                LocalPort.JOBMANAGER_METRICS);
    }

    @Override
    public boolean isReady() throws Exception {
        Probes.get(cluster.ports().url(LocalPort.FLINK) + "/overview");
        return true;
    }
}
