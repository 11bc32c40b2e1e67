package io.millrace.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** FULL_TRANSITIVE: every version can read every other one's records. */
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
        return objections;
    }

    private static List<Incompatibility> incompatibilities(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities();
    }

    private static String text(Incompatibility found) {
        return found.getType() + " at " + found.getLocation() + " (" + found.getMessage() + ")";
    }
}
