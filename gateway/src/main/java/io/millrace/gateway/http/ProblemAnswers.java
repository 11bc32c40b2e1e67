package io.millrace.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.gateway.json.Json;
import io.millrace.gateway.problem.Problem;
import io.millrace.gateway.problem.Violation;

/** Problems as {@code application/problem+json} (RFC 9457). */
final class ProblemAnswers {
    private static final String CONTENT_TYPE = "application/problem+json";

    private ProblemAnswers() {}

    static Answer of(Problem problem) {
        var body = Json.object()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("code", problem.code())
                .put("actual", problem.actual())
                .put("limit", problem.limit());
        if (!problem.errors().isEmpty()) {
            body.set("errors", Json.array(problem.errors().stream().map(ProblemAnswers::json)));
        }
        return new Answer(problem.status(), CONTENT_TYPE, Json.text(body), problem.headers());
    }

    private static ObjectNode json(Violation violation) {
        return Json.object()
                .put("field", violation.field())
                .put("code", violation.code())
                .put("detail", violation.detail())
                .put("actual", violation.actual())
                .put("limit", violation.limit());
    }
}
