package io.millrace.streams;

import io.millrace.schemas.SchemaRegistry;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/**
 * What the stages sent, as a reader of a release sees it: values read with the schemas of that release, so that fields that
 * came later do not count, nor do checks of risk that the release had no code for. Clocks are left out: how many there are
 * depends on arrival.
 */
final class ReleaseOutput {
    /** Magic byte and schema id before every value. */
    private static final int FRAME_BYTES = 5;
    /** What an account's reports of one instrument have an order in. */
    private static final List<String> ORDERED_BY = List.of("accountId", "instrument");

    private final Map<String, Schema> schemas;
    private final SchemaRegistry registry;
    private final Set<String> codes;

    ReleaseOutput(Release release) {
        schemas = release.schemas();
        registry = release.registry();
        codes = codes(release);
    }

    /** In the order of each key, account and instrument, the only order that there is. */
    SortedMap<String, List<String>> read(List<Release.Sent> sent) {
        var byKey = new TreeMap<String, List<String>>();
        for (var one : sent) {
            var schema = schemas.get(one.topic());
            if (schema != null && one.record().value() != null) {
                var value = value(one.record().value(), schema);
                checks(value).removeIf(check -> !codes.contains(code(check)));
                byKey.computeIfAbsent(key(one, value), key -> new ArrayList<>()).add(value.toString());
            }
        }
        return byKey;
    }

    private static String key(Release.Sent sent, GenericRecord value) {
        var key = new StringBuilder(sent.topic())
                .append(' ')
                .append(Wire.text(sent.record().key()));
        for (var field : ORDERED_BY) {
            if (value.hasField(field)) {
                key.append(' ').append(value.get(field));
            }
        }
        return key.toString();
    }

    /** Codes of checks in a decision of the release, which has all that it made. */
    private Set<String> codes(Release release) {
        return release.records("sent").stream()
                .filter(sent -> sent.topic().equals(Topics.DECISIONS.name()))
                .filter(sent -> sent.record().value() != null)
                .flatMap(sent -> checks(value(sent.record().value(), schemas.get(sent.topic()))).stream())
                .map(ReleaseOutput::code)
                .collect(Collectors.toSet());
    }

    private static List<?> checks(GenericRecord value) {
        return value.hasField("checks") ? (List<?>) value.get("checks") : new ArrayList<>();
    }

    private static String code(Object check) {
        return ((GenericRecord) check).get("code").toString();
    }

    private GenericRecord value(byte[] framed, Schema schema) {
        var writer = registry.byId(ByteBuffer.wrap(framed).getInt(1));
        var avro = DecoderFactory.get().binaryDecoder(framed, FRAME_BYTES, framed.length - FRAME_BYTES, null);
        try {
            return new GenericDatumReader<GenericRecord>(writer, schema).read(null, avro);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
