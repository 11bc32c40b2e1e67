package io.millrace.streams.control;

import io.millrace.core.market.Instrument;
import io.millrace.core.portfolio.Account;
import io.millrace.core.risk.Policy;
import io.millrace.core.strategy.StrategySpec;
import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topic;
import io.millrace.schemas.TopicSerde;
import io.millrace.schemas.Topics;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A control topic as a global store: what people decided, every version of it.
 *
 * @param <V> the entity
 */
public final class ControlTopic<V> {
    public static final ControlTopic<Account> ACCOUNTS = new ControlTopic<>(
            "accounts", Topics.ACCOUNTS, Account::accountId, Account::version, Account::effectiveFromNanos);
    public static final ControlTopic<Policy> POLICIES = new ControlTopic<>(
            "policies", Topics.POLICIES, Policy::policyId, Policy::version, Policy::effectiveFromNanos);
    public static final ControlTopic<StrategySpec> STRATEGIES = new ControlTopic<>(
            "strategies",
            Topics.STRATEGIES,
            StrategySpec::strategyId,
            StrategySpec::version,
            StrategySpec::effectiveFromNanos);
    public static final ControlTopic<Instrument> INSTRUMENTS = new ControlTopic<>(
            "instruments",
            Topics.INSTRUMENTS,
            i -> i.id().toString(),
            Instrument::version,
            Instrument::effectiveFromNanos);

    private final String name;
    private final Topic<V> topic;
    private final Function<V, String> id;
    private final ToLongFunction<V> version;
    private final ToLongFunction<V> effectiveFromNanos;

    private ControlTopic(
            String name,
            Topic<V> topic,
            Function<V, String> id,
            ToLongFunction<V> version,
            ToLongFunction<V> effectiveFromNanos) {
        this.name = name;
        this.topic = topic;
        this.id = id;
        this.version = version;
        this.effectiveFromNanos = effectiveFromNanos;
    }

    /** Adds the global store. */
    public void addTo(Topology topology, SchemaRegistry registry, ControlWatch watch) {
        watch.loaded(name, 0);
        topology.addGlobalStore(
                new Builder<>(this),
                topic.name(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                name + "-versions",
                () -> new ControlProcessor<>(this, new TopicSerde<>(topic, registry), watch));
    }

    /** The store, for a processor of the same topology. */
    public ControlVersions<V> versions(ProcessorContext<?, ?> context) {
        return context.getStateStore(name);
    }

    /** The store's name. */
    public String name() {
        return name;
    }

    String topicName() {
        return topic.name();
    }

    private record Builder<V>(ControlTopic<V> control) implements StoreBuilder<ControlVersions<V>> {
        @Override
        public ControlVersions<V> build() {
            return new ControlVersions<>(control.name, control.id, control.version, control.effectiveFromNanos);
        }

        @Override
        public StoreBuilder<ControlVersions<V>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<ControlVersions<V>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<ControlVersions<V>> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("the control topic is the log of " + control.name);
        }

        @Override
        public StoreBuilder<ControlVersions<V>> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return control.name;
        }
    }
}
