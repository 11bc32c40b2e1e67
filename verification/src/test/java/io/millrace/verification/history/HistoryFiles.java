package io.millrace.verification.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.millrace.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Histories as files: what {@code demo --records DIR} writes. */
public final class HistoryFiles {
    /** Columns of the ledger that are JSON themselves. */
    private static final Set<String> DOCUMENTS = Set.of("lots", "checks");

    private static final ObjectMapper JSON = new ObjectMapper();

    private HistoryFiles() {}

    /** Reads a directory. What is not there (no ledger, no orders) the history does not have. */
    public static History read(Path directory) throws IOException {
        var registry = RecordedRegistry.in(directory.resolve("schemas"));
        var records = new ArrayList<RawRecord>();
        for (var topic : Topics.all()) {
            for (var name : List.of(topic.name(), topic.deadLetters())) {
                lines(directory.resolve(name)).forEach(line -> records.add(record(name, line)));
            }
        }
        var history = History.of(records, registry);
        if (Files.exists(directory.resolve("ledger"))) {
            history = history.withLedger(lines(directory.resolve("ledger")).stream()
                    .map(HistoryFiles::ledgerRow)
                    .toList());
        }
        if (Files.exists(directory.resolve("orders"))) {
            history = history.withOrders(lines(directory.resolve("orders")).stream()
                    .map(HistoryFiles::order)
                    .toList());
        }
        return history;
    }

    /** {@code TABLE TAB JSON}; numbers become plain decimals, an array's texts are joined by commas, documents stay JSON. */
    public static LedgerRow ledgerRow(String line) {
        int tab = line.indexOf('\t');
        var columns = new TreeMap<String, String>();
        json(line.substring(tab + 1)).properties().forEach(column -> {
            if (!column.getValue().isNull()) {
                boolean isDocument = DOCUMENTS.contains(column.getKey());
                columns.put(column.getKey(), isDocument ? column.getValue().toString() : text(column.getValue()));
            }
        });
        return new LedgerRow(line.substring(0, tab), columns);
    }

    /** An order as the gateway's API writes it. */
    public static OrderShown order(String line) {
        var order = json(line);
        return new OrderShown(
                order.path("orderId").asText(),
                order.path("accountId").asText(),
                order.path("status").asText(),
                order.path("filledQuantity").asText(),
                order.path("reports").size());
    }

    private static RawRecord record(String topic, String line) {
        var cells = line.split("\t", -1);
        var headers = new LinkedHashMap<String, String>();
        for (int i = 2; i < cells.length; i++) {
            int equals = cells[i].indexOf('=');
            headers.put(cells[i].substring(0, equals), cells[i].substring(equals + 1));
        }
        var at = new Place(
                topic, Integer.parseInt(headers.remove("@partition")), Long.parseLong(headers.remove("@offset")));
        long appended = Long.parseLong(headers.remove("@appended"));
        var value = cells[1].equals("-") ? null : Base64.getDecoder().decode(cells[1]);
        return new RawRecord(at, appended, cells[0], value, headers);
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            var number = new BigDecimal(value.asText()).stripTrailingZeros();
            return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
