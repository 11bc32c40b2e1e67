package io.millrace.core.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Ids of orders by their group, each group's ascending. Orders of no group are let pass. */
final class PaperMembers {
    private final Map<String, TreeSet<String>> groups = new HashMap<>();

    void add(PaperOrder order) {
        if (order.command().link() != null) {
            groups.computeIfAbsent(order.command().link().groupId(), group -> new TreeSet<>())
                    .add(order.id());
        }
    }

    void remove(PaperOrder order) {
        if (order.command().link() != null) {
            groups.computeIfPresent(order.command().link().groupId(), (group, members) -> {
                members.remove(order.id());
                return members.isEmpty() ? null : members;
            });
        }
    }

    boolean has(String group) {
        return groups.containsKey(group);
    }

    List<String> of(String group) {
        return List.copyOf(groups.getOrDefault(group, new TreeSet<>()));
    }

    /** Takes a whole group out. */
    Collection<String> removeAll(String group) {
        var members = groups.remove(group);
        return members == null ? List.of() : members;
    }
}
