package io.millrace.local.parts;

import io.millrace.local.Installation;
import io.millrace.local.PortPlan;
import io.millrace.local.Secrets;
import io.millrace.local.State;
import io.millrace.local.process.Part;
import java.util.List;

/** All parts of the platform, configured to find each other. */
public final class Parts {
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final RegistryPart registry;
    private final TopicsPart topics;
    private final JobManagerPart jobManager;
    private final TaskManagerPart taskManager;

    public Parts(Installation installation, State state, PortPlan ports) {
        var secrets = new Secrets(state.secrets());
        var cluster = new FlinkCluster(installation, state, ports);
        postgres = new PostgresPart(installation, state, ports, secrets);
        kafka = new KafkaPart(installation, state, ports);
        registry = new RegistryPart(installation, state, ports);
        topics = new TopicsPart(state, ports);
        jobManager = new JobManagerPart(cluster);
        taskManager = new TaskManagerPart(cluster);
    }

    /** In no particular order: their needs order them. */
    public List<Part> all() {
        return List.of(kafka, registry, postgres, topics, jobManager, taskManager);
    }

    public PostgresPart postgres() {
        return postgres;
    }
}
