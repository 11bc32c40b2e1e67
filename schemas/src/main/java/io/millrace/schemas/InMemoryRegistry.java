package io.millrace.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;

/** A registry within one process, no less strict than a real one. */
public final class InMemoryRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        var contract = Contract.of(schema);
        var versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        for (int version : versions) {
            var objections = Compatibility.objections(contract, byId(version));
            if (!objections.isEmpty()) {
                throw new IllegalStateException(
                        subject + ": incompatible with schema " + version + ": " + String.join("; ", objections));
            }
        }
        int id = idOf(contract);
        if (id == 0) {
            schemas.add(contract);
            id = schemas.size();
        }
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int id = idOf(Contract.of(schema));
        if (!subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw new IllegalStateException(subject + ": schema " + schema.getFullName() + " is not registered");
        }
        return id;
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new NoSuchElementException("no schema has the id " + id);
        }
        return schemas.get(id - 1);
    }

    /** Schemas that differ in a doc only are two, as in a real registry. */
    private int idOf(Schema contract) {
        var text = contract.toString();
        for (int i = 0; i < schemas.size(); i++) {
            if (schemas.get(i).toString().equals(text)) {
                return i + 1;
            }
        }
        return 0;
    }
}
