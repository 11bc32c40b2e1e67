package io.millrace.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings a broker's topics to their plans. */
final class TopicProvisioner {
    private static final long PROPAGATION_WAIT_MILLIS = 50;
    private static final int PROPAGATION_TRIES = 600;

    private final Admin admin;
    private final Consumer<String> progress;

    TopicProvisioner(Admin admin, Consumer<String> progress) {
        this.admin = admin;
        this.progress = progress;
    }

    /** Errors, a line each, empty if every topic is as planned. */
    List<String> provision(List<TopicPlan> plans) {
        create(plans);
        var names = plans.stream().map(TopicPlan::name).toList();
        var found = describe(names);
        alter(plans, configs(names));
        List<String> errors = new ArrayList<>();
        for (var plan : plans) {
            int partitions = found.get(plan.name()).partitions().size();
            if (partitions != plan.partitions()) {
                errors.add("topic " + plan.name() + " must have " + plan.partitions() + " partitions, has " + partitions
                        + ": delete the topic or set the number it has");
            }
        }
        return errors;
    }

    private void create(List<TopicPlan> plans) {
        Set<String> existing = new HashSet<>(get(admin.listTopics().names()));
        var missing =
                plans.stream().filter(plan -> !existing.contains(plan.name())).toList();
        var created =
                admin.createTopics(missing.stream().map(TopicPlan::toNewTopic).toList());
        for (var plan : missing) {
            try {
                get(created.values().get(plan.name()));
                progress.accept("topic " + plan.name() + ": created with " + plan.partitions() + " partitions");
            } catch (TopicExistsException e) {
                progress.accept("topic " + plan.name() + ": created by another process meanwhile");
            }
        }
    }

    /** Asks until the broker that answers has heard of all topics. */
    private Map<String, TopicDescription> describe(Collection<String> names) {
        for (int attempt = 1; ; attempt++) {
            try {
                return get(admin.describeTopics(names).allTopicNames());
            } catch (UnknownTopicOrPartitionException e) {
                if (attempt == PROPAGATION_TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private Map<ConfigResource, Config> configs(Collection<String> names) {
        return get(admin.describeConfigs(
                        names.stream().map(TopicProvisioner::resource).toList())
                .all());
    }

    private void alter(List<TopicPlan> plans, Map<ConfigResource, Config> found) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (var plan : plans) {
            var resource = resource(plan.name());
            plan.config().forEach((key, value) -> {
                var actual = found.get(resource).get(key).value();
                if (!value.equals(actual)) {
                    changes.computeIfAbsent(resource, r -> new ArrayList<>())
                            .add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                    progress.accept("topic " + plan.name() + ": " + key + " set to " + value + ", was " + actual);
                }
            });
        }
        if (!changes.isEmpty()) {
            get(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static void pause() {
        try {
            Thread.sleep(PROPAGATION_WAIT_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
