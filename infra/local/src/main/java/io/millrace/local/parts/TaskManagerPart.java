package io.millrace.local.parts;

import static io.millrace.local.parts.FlinkCluster.FRAMEWORK_HEAP_MIB;
import static io.millrace.local.parts.FlinkCluster.FRAMEWORK_OFF_HEAP_MIB;
import static io.millrace.local.parts.FlinkCluster.NETWORK_MIB;
import static io.millrace.local.parts.FlinkCluster.TASK_HEAP_MIB;
import static io.millrace.local.parts.FlinkCluster.TASK_OFF_HEAP_MIB;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.local.process.Command;
import io.millrace.local.process.ProcessPart;
import io.millrace.local.setup.LocalPort;
import java.io.IOException;
import java.util.List;

/** Flink's TaskManager: runs the jobs. */
public final class TaskManagerPart implements ProcessPart {
    private final FlinkCluster cluster;

    TaskManagerPart(FlinkCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "taskmanager";
    }

    @Override
    public void prepare() throws IOException {
        cluster.writeConfiguration();
    }

    @Override
    public Command command() throws IOException {
        int direct = TASK_OFF_HEAP_MIB + FRAMEWORK_OFF_HEAP_MIB + NETWORK_MIB;
        return cluster.java(
                name(),
                TASK_HEAP_MIB + FRAMEWORK_HEAP_MIB,
                List.of("-XX:MaxDirectMemorySize=" + direct + "m"),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                LocalPort.TASKMANAGER_METRICS);
    }

    /** Registered with the JobManager: its slots are there. */
    @Override
    public boolean isReady() throws Exception {
        var overview = Probes.get(cluster.ports().url(LocalPort.FLINK) + "/overview");
        return new ObjectMapper().readTree(overview).path("slots-total").asInt() >= FlinkCluster.SLOTS;
    }
}
