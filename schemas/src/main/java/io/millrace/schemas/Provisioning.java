package io.millrace.schemas;

import io.millrace.schemas.process.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes broker and registry as the catalogue says: topics, dead letters, subjects. Can be run at any time and again:
 * what is there stays, and a setting that differs is set. A number of partitions is never changed, since keys would
 * move: one that differs is an error.
 */
public final class Provisioning {
    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private Provisioning() {}

    /**
     * Provisions in the sizes that the environment names ({@link Sizing}).
     *
     * @param adminConfig of Kafka's admin client, {@code bootstrap.servers} at least
     * @throws IllegalStateException with a line for each topic or subject that cannot be as the catalogue says
     */
    public static void provision(Map<String, Object> adminConfig, SchemaRegistry registry) {
        var settings = Settings.ofEnvironment();
        var sizing = Sizing.of(settings);
        settings.check();
        provision(adminConfig, registry, sizing, LOG::info);
    }

    /**
     * Provisions in the sizes given.
     *
     * @param progress told, in a line each, what was made or changed
     */
    public static void provision(
            Map<String, Object> adminConfig, SchemaRegistry registry, Sizing sizing, Consumer<String> progress) {
        List<String> errors = new ArrayList<>();
        try (var admin = Admin.create(adminConfig)) {
            errors.addAll(new TopicProvisioner(admin, progress).provision(TopicPlan.of(Topics.all(), sizing)));
        }
        for (var topic : Topics.all()) {
            try {
                int id = registry.register(topic.subject(), topic.codec().schema());
                progress.accept("subject " + topic.subject() + ": schema id " + id);
            } catch (IllegalStateException e) {
                errors.add(e.getMessage());
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), errors));
        }
    }
}
