package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How a strategy's orders are sized: {@code {"kind": "atr-risk", "parameters": {"fraction": 0.01}}}. */
final class SizingDocument {
    private SizingDocument() {}

    /** Null if the field is missing, or wrong. */
    static Sizing read(Fields fields, String name) {
        return fields.optionalObject(name, "MISSING_FIELD")
                .map(SizingDocument::read)
                .orElse(null);
    }

    private static Sizing read(Fields fields) {
        var word = fields.text("kind", Ids.ID, Ids.ID_MEANING);
        var parameters = fields.numbers("parameters");
        var kind = word == null ? null : SizingKind.named(word).orElse(null);
        if (word != null && kind == null) {
            var words = Arrays.stream(SizingKind.values()).map(SizingKind::word).collect(Collectors.joining(", "));
            fields.refuse(
                    "kind",
                    "UNKNOWN_SIZING_KIND",
                    "kind must be one of " + words + ", was '" + word + "'",
                    word,
                    words);
        }
        return kind == null ? null : Sizing.of(kind, Map.copyOf(parameters));
    }

    static ObjectNode write(Sizing sizing) {
        if (sizing == null) {
            return null;
        }
        var json = Json.object().put("kind", sizing.kind().word());
        sizing.parameters().forEach(json.putObject("parameters")::put);
        return json;
    }
}
