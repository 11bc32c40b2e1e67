package io.millrace.core.indicator.catalogue;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values by name, unchangeable, over names that are sorted once for all bars. */
@SuppressWarnings("JdkObsolete") // the type that snapshots carry
final class NamedValues extends AbstractMap<String, Double> implements SortedMap<String, Double> {
    private final String[] names;
    private final double[] values;

    /**
     * @param names ascending; shared, never changed
     * @param values of the names in their order
     */
    NamedValues(String[] names, double[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public Double get(Object key) {
        int index = key instanceof String name ? Arrays.binarySearch(names, name) : -1;
        return index < 0 ? null : (Double) values[index];
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Double>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Double>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Entry<String, Double> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(names[next], values[next++]);
        }
    }

    @Override
    public Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, Double> subMap(String from, String to) {
        return new TreeMap<>(this).subMap(from, to);
    }

    @Override
    public SortedMap<String, Double> headMap(String to) {
        return new TreeMap<>(this).headMap(to);
    }

    @Override
    public SortedMap<String, Double> tailMap(String from) {
        return new TreeMap<>(this).tailMap(from);
    }

    @Override
    public String firstKey() {
        return name(0);
    }

    @Override
    public String lastKey() {
        return name(names.length - 1);
    }

    private String name(int index) {
        if (names.length == 0) {
            throw new NoSuchElementException();
        }
        return names[index];
    }
}
