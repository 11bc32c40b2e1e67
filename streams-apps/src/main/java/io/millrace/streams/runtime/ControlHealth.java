package io.millrace.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.streams.control.ControlWatch;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many versions of each kind of control data an app holds, for health and metrics. */
public final class ControlHealth implements ControlWatch {
    /** Gauge, versions; tags app, entities. */
    static final String VERSIONS = "control.versions";
    /** Counter, records of control topics that could not be read; tags app, entities. */
    static final String UNDECODABLE = "control.undecodable";

    private final String app;
    private final MeterRegistry meters;
    private final Map<String, AtomicInteger> loaded = new ConcurrentHashMap<>();

    public ControlHealth(String app, MeterRegistry meters) {
        this.app = app;
        this.meters = meters;
    }

    @Override
    public void loaded(String entities, int versions) {
        loaded.computeIfAbsent(entities, this::gauge).set(versions);
    }

    @Override
    public void undecodable(String entities) {
        meters.counter(UNDECODABLE, "app", app, "entities", entities).increment();
    }

    /** Versions by kind. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        loaded.forEach((entities, versions) -> counts.put(entities, versions.get()));
        return counts;
    }

    private AtomicInteger gauge(String entities) {
        var versions = new AtomicInteger();
        Gauge.builder(VERSIONS, versions, AtomicInteger::get)
                .tag("app", app)
                .tag("entities", entities)
                .register(meters);
        return versions;
    }
}
