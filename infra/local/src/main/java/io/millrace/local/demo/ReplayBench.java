package io.millrace.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The demo's own measurements, held against what is asked of them. */
public final class ReplayBench {
    private static final double MAX_START_SECONDS = 60;
    private static final double MIN_TRADES_PER_SECOND = 10_000;
    private static final double MAX_RESIDENT_MIB = 4_096;

    private ReplayBench() {}

    /**
     * The result of a run.
     *
     * @param summary what {@code demo --once --json} printed
     * @param commit what was measured
     */
    public static ObjectNode of(JsonNode summary, String commit) {
        var json = new ObjectMapper().createObjectNode();
        json.put("name", "replay").put("commit", commit);
        json.put("cores", Runtime.getRuntime().availableProcessors());
        var results = json.putArray("results");
        double start = summary.path("startSeconds").asDouble();
        add(results, "start", start, "s").put("target", "<= 60 s").put("met", start <= MAX_START_SECONDS);
        double through = summary.path("tradesPublished").asLong()
                / summary.path("replaySeconds").asDouble();
        double published = summary.path("tradesPublished").asLong()
                / summary.path("publishSeconds").asDouble();
        add(results, "trades through the whole flow", through, "trades/s")
                .put("floor", rounded(published))
                .put("ratio", rounded(through / published))
                .put("target", ">= 10000 trades/s; floor: the same trades into their topic, in the same run")
                .put("met", through >= MIN_TRADES_PER_SECOND);
        double resident = summary.path("residentMiB").asDouble();
        add(results, "resident, all parts", resident, "MiB")
                .put("target", "<= 4096 MiB")
                .put("met", resident <= MAX_RESIDENT_MIB);
        return json;
    }

    private static ObjectNode add(ArrayNode results, String metric, double value, String unit) {
        return results.addObject()
                .put("metric", metric)
                .put("value", rounded(value))
                .put("unit", unit);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
