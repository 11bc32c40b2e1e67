package io.millrace.gateway.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.core.risk.Protection;
import io.millrace.core.risk.Protection.Scope;
import io.millrace.core.risk.TradingMode;
import io.millrace.gateway.json.Fields;
import io.millrace.gateway.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code {"cooldown": {…}, "stopLossGuard": {…}, "maxDrawdown": {…}, "lowProfit": {…}}}; each need not be there. */
final class ProtectionsDocument {
    private static final String MISSING = "MISSING_FIELD";
    private static final Duration UNIT = Duration.ofMillis(1);
    /** The contract and risk remember no more. */
    private static final int MOST_EXITS = 256;

    private ProtectionsDocument() {}

    /** Reads the fields at once; the protections may be taken when nothing was wrong. */
    static Supplier<List<Protection>> read(Fields policy) {
        var protections = new ArrayList<Supplier<Protection>>();
        policy.optionalObject("protections", MISSING).ifPresent(fields -> {
            fields.optionalObject("cooldown", MISSING)
                    .map(ProtectionsDocument::cooldown)
                    .ifPresent(protections::add);
            fields.optionalObject("stopLossGuard", MISSING)
                    .map(ProtectionsDocument::stopLossGuard)
                    .ifPresent(protections::add);
            fields.optionalObject("maxDrawdown", MISSING)
                    .map(ProtectionsDocument::maxDrawdown)
                    .ifPresent(protections::add);
            fields.optionalObject("lowProfit", MISSING)
                    .map(ProtectionsDocument::lowProfit)
                    .ifPresent(protections::add);
        });
        return () -> protections.stream().map(Supplier::get).toList();
    }

    static ObjectNode write(List<Protection> protections) {
        var body = Json.object();
        for (var protection : protections) {
            var fields = body.putObject(name(protection.kind()));
            if (protection.kind() != Protection.Kind.MAX_DRAWDOWN) {
                fields.put("scope", protection.scope().name());
            }
            fields.put("mode", protection.mode().name())
                    .put("lockFor", protection.lockFor().toString());
            switch (protection.kind()) {
                case COOLDOWN -> {}
                case STOP_LOSS_GUARD ->
                    fields.put("losingExits", protection.exits())
                            .put("lookback", protection.lookback().toString());
                case MAX_DRAWDOWN -> fields.put("maxDrawdownBps", protection.maxDrawdownBps());
                case LOW_PROFIT ->
                    fields.put("exits", protection.exits())
                            .put("lookback", protection.lookback().toString())
                            .put("minProfit", protection.minProfit().toString());
            }
        }
        return body;
    }

    private static String name(Protection.Kind kind) {
        return switch (kind) {
            case COOLDOWN -> "cooldown";
            case STOP_LOSS_GUARD -> "stopLossGuard";
            case MAX_DRAWDOWN -> "maxDrawdown";
            case LOW_PROFIT -> "lowProfit";
        };
    }

    private static Supplier<Protection> cooldown(Fields fields) {
        var scope = fields.choice("scope", Scope.class);
        var mode = mode(fields);
        var lockFor = fields.duration("lockFor", UNIT);
        return () -> Protection.cooldown(scope, mode, lockFor);
    }

    private static Supplier<Protection> stopLossGuard(Fields fields) {
        var scope = fields.choice("scope", Scope.class);
        var mode = mode(fields);
        var lockFor = fields.duration("lockFor", UNIT);
        int exits = (int) fields.count("losingExits", 1, MOST_EXITS);
        var lookback = fields.duration("lookback", UNIT);
        return () -> Protection.stopLossGuard(scope, mode, lockFor, exits, lookback);
    }

    private static Supplier<Protection> maxDrawdown(Fields fields) {
        var mode = mode(fields);
        var lockFor = fields.duration("lockFor", UNIT);
        long maxDrawdownBps = fields.count("maxDrawdownBps", 0, 10_000);
        return () -> Protection.maxDrawdown(mode, lockFor, maxDrawdownBps);
    }

    private static Supplier<Protection> lowProfit(Fields fields) {
        var scope = fields.choice("scope", Scope.class);
        var mode = mode(fields);
        var lockFor = fields.duration("lockFor", UNIT);
        int exits = (int) fields.count("exits", 1, MOST_EXITS);
        var lookback = fields.duration("lookback", UNIT);
        var minProfit = fields.anyMoney("minProfit");
        return () -> Protection.lowProfit(scope, mode, lockFor, exits, lookback, minProfit);
    }

    private static TradingMode mode(Fields fields) {
        var mode = fields.choice("mode", TradingMode.class);
        if (mode != null && mode.compareTo(TradingMode.REDUCING) < 0) {
            var limit = "REDUCING or HALTED";
            fields.refuse("mode", "UNKNOWN_CHOICE", "mode must be " + limit, mode.name(), limit);
        }
        return mode;
    }
}
