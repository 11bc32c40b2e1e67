package io.millrace.schemas.process;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a process is.
 *
 * @param healthy does its work, or could do it if there were any
 * @param details facts worth reading, by name
 */
public record Status(boolean healthy, SortedMap<String, String> details) {
    public static Status healthy(Map<String, String> details) {
        return new Status(true, new TreeMap<>(details));
    }

    public static Status unhealthy(Map<String, String> details) {
        return new Status(false, new TreeMap<>(details));
    }
}
