package io.millrace.gateway.control;

import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that names another entity.
 *
 * @param kind of the named one
 * @param field JSON pointer of the field
 */
public record Reference(Kind<?> kind, String field, String id) {
    /** Throws one problem with all references to what does not exist. What exists is never deleted. */
    static void requireAll(Connection connection, List<Reference> references) throws SQLException {
        var violations = new ArrayList<Violation>();
        for (var reference : references) {
            var kind = reference.kind();
            if (!kind.table().exists(connection, reference.id())) {
                violations.add(new Violation(
                        reference.field(),
                        kind.unknownCode(),
                        kind.unknownDetail(reference.id()),
                        reference.id(),
                        "an existing " + kind.noun()));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.of(422, violations).exception();
        }
    }
}
