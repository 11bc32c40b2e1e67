package io.millrace.core.feature;

import io.millrace.core.indicator.Memory;
import io.millrace.core.indicator.Remembering;
import java.util.List;

/** A set made of families, in their order. */
final class FamilySet extends Remembering implements FeatureSet {
    private final String name;
    private final int version;
    private final List<Family> families;
    private final List<Feature> features;

    FamilySet(String name, int version, List<Family> families) {
        this.name = name;
        this.version = version;
        this.families = families;
        features =
                families.stream().flatMap(family -> family.features().stream()).toList();
    }

    @Override
    public FeatureVector update(Sample sample, long eventTimeNanos) {
        var values = new Values();
        for (Family family : families) {
            family.update(sample, values);
        }
        return FeatureVector.of(name, version, sample.bar(), eventTimeNanos, values.byName());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    protected void memory(Memory memory) {
        families.forEach(memory::carry);
    }
}
