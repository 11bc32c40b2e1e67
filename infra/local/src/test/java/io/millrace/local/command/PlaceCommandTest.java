package io.millrace.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class PlaceCommandTest {
    @Test
    void theCommandsNameIsTheSide() {
        assertThat(body("buy", ""))
                .isEqualTo(json("{accountId: 'demo', instrument: 'BTC-USD.X', side: 'BUY', quantity: '0.5',"
                        + " type: 'MARKET'}"));
        assertThat(body("sell", "").get("side").textValue()).isEqualTo("SELL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                           | {type: 'MARKET'}",
                "--limit 9                  | {type: 'LIMIT', limitPrice: '9'}",
                "--stop 11                  | {type: 'STOP_MARKET', triggerPrice: '11'}",
                "--stop 11 --limit 12       | {type: 'STOP_LIMIT', triggerPrice: '11', limitPrice: '12'}",
                "--touch 8                  | {type: 'MARKET_IF_TOUCHED', triggerPrice: '8'}",
                "--touch 8 --limit 9        | {type: 'LIMIT_IF_TOUCHED', triggerPrice: '8', limitPrice: '9'}",
                "--trail 5                  | {type: 'TRAILING_STOP_MARKET', trailing: {offset: '5'}}",
                "--trail 1.5%               | {type: 'TRAILING_STOP_MARKET', trailing: {offsetBps: 150}}",
                "--trail 25bps --activate 9 | {type: 'TRAILING_STOP_MARKET', triggerPrice: '9', trailing: {offsetBps: 25}}",
                "--trail 5 --trail-limit 1  | {type: 'TRAILING_STOP_LIMIT', trailing: {offset: '5', limitOffset: '1'}}",
                "--to-limit                 | {type: 'MARKET_TO_LIMIT'}",
                "--ioc                      | {type: 'MARKET', timeInForce: 'IOC'}",
                "--fok                      | {type: 'MARKET', timeInForce: 'FOK'}",
                "--limit 9 --day            | {type: 'LIMIT', limitPrice: '9', timeInForce: 'DAY'}",
                "--limit 9 --until 2013-12-01T00:00:00Z"
                        + " | {type: 'LIMIT', limitPrice: '9', timeInForce: 'GTD', expireAt: '2013-12-01T00:00:00Z'}",
                "--limit 9 --post-only --display 0.1"
                        + " | {type: 'LIMIT', limitPrice: '9', postOnly: true, displayQuantity: '0.1'}",
                "--reduce-only --reason why | {type: 'MARKET', reduceOnly: true, reason: 'why'}",
                "--twap 10m --slices 4      | {type: 'MARKET', algorithm: {kind: 'TWAP', horizon: 'PT10M', slices: 4}}",
                "--vwap 1h --weights 5,3,2  | {type: 'MARKET', algorithm: {kind: 'VWAP', horizon: 'PT1H', weights: [5,3,2]}}",
                "--take-profit 12 --stop-loss 8 | {type: 'MARKET', contingency: 'BRACKET', attached: ["
                        + "{side: 'SELL', quantity: '0.5', type: 'LIMIT', limitPrice: '12'},"
                        + "{side: 'SELL', quantity: '0.5', type: 'STOP_MARKET', triggerPrice: '8'}]}"
            })
    void optionsMakeTheRequest(String options, String expected) {
        var body = body("buy", options == null ? "" : options);
        body.remove(List.of("accountId", "instrument", "side", "quantity"));
        assertThat(body).isEqualTo(json(expected));
    }

    @Test
    void attachesOrdersThatAreWrittenLikeAnyOther() {
        var body = body("sell", "--limit 12 --oco --attach", "sell 0.5 --stop 8 --limit 7 --day --reduce-only");
        assertThat(body.get("contingency").textValue()).isEqualTo("OCO");
        assertThat(body.get("attached"))
                .isEqualTo(json("[{side: 'SELL', quantity: '0.5', type: 'STOP_LIMIT', limitPrice: '7',"
                        + " triggerPrice: '8', timeInForce: 'DAY', reduceOnly: true}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--stop 1 --touch 2",
                "--limit 1 --trail 2",
                "--limit 1 --to-limit",
                "--activate 1",
                "--trail-limit 1",
                "--trail 1.234%",
                "--trail xbps",
                "--ioc --day",
                "--twap 10m",
                "--slices 3",
                "--vwap 10m",
                "--twap 10m --slices 2 --vwap 1h --weights 1",
                "--oco",
                "--oco --bracket --attach 'x'",
                "--attach sell"
            })
    void refusesWhatDoesNotGoTogether(String options) {
        assertThatThrownBy(() -> body("buy", options)).isInstanceOf(ParameterException.class);
    }

    @Test
    void aReplaceNamesOnlyWhatChanges() {
        var replace = new ReplaceCommand();
        new CommandLine(replace).parseArgs("o1", "--limit", "9", "--trail", "2%", "--day");
        assertThat(json(replace.body().toString()))
                .isEqualTo(json("{limitPrice: '9', trailing: {offsetBps: 200}, timeInForce: 'DAY'}"));
        var empty = new ReplaceCommand();
        new CommandLine(empty).parseArgs("o1");
        assertThatThrownBy(empty::body).isInstanceOf(ParameterException.class);
    }

    private static ObjectNode body(String name, String options, String... more) {
        var command = new PlaceCommand();
        var arguments = new ArrayList<>(List.of("demo", "BTC-USD.X", "0.5"));
        arguments.addAll(options.isEmpty() ? List.of() : List.of(options.split(" +")));
        arguments.addAll(List.of(more));
        new CommandLine(command).setCommandName(name).parseArgs(arguments.toArray(String[]::new));
        return (ObjectNode) json(command.body().toString());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper()
                    .enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
