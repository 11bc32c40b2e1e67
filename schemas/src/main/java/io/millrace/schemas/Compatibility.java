package io.millrace.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** FULL_TRANSITIVE: every version can read every other one's records, and means the same by them. */
final class Compatibility {
    private Compatibility() {}

    /** What keeps two versions from reading each other's records; empty if nothing does. */
    static List<String> objections(Schema current, Schema earlier) {
        List<String> objections = new ArrayList<>();
        for (var found : incompatibilities(current, earlier)) {
            objections.add("the new version cannot read old records: " + text(found));
        }
        for (var found : incompatibilities(earlier, current)) {
            objections.add("the old version cannot read new records: " + text(found));
        }
        objections.addAll(changedMeanings(Meaning.of(current), Meaning.of(earlier)));
        return objections;
    }

    /** What Avro itself lets pass. */
    private static List<String> changedMeanings(Meaning current, Meaning earlier) {
        List<String> objections = new ArrayList<>();
        earlier.units().forEach((field, unit) -> {
            var now = current.units().get(field);
            if (now != null && !now.equals(unit)) {
                objections.add(field + " changed its unit from " + unit + " to " + now
                        + ": readers would take one for the other");
            }
        });
        earlier.symbols().forEach((name, symbols) -> {
            var lost = new TreeSet<>(symbols);
            lost.removeAll(current.symbols().getOrDefault(name, symbols));
            if (!lost.isEmpty()) {
                objections.add(name + " lost the symbols " + lost + ": old records would read as its default");
            }
        });
        return objections;
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities();
    }

    private static String text(Incompatibility found) {
        return found.getType() + " at " + found.getLocation() + " (" + found.getMessage() + ")";
    }
}
