package io.millrace.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.Funding;
import io.millrace.core.market.Instrument;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import io.millrace.core.order.Side;
import io.millrace.core.portfolio.Account.Costs;
import io.millrace.core.portfolio.Account.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of docs/portfolio.md: a line is something that happens, one that begins with = what holds then. */
class PortfolioExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("```example\n(.*?)```", Pattern.DOTALL);

    private final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
    private Portfolio portfolio = Portfolio.empty("example");
    private long nanos;

    @TestFactory
    Stream<DynamicTest> holds() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "portfolio.md"));
        var examples =
                EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(examples).hasSize(8);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example, () -> new PortfolioExamplesTest().run(example)));
    }

    private void run(String example) {
        for (var line : example.lines().toList()) {
            nanos++;
            if (line.startsWith("= ")) {
                Arrays.stream(line.substring(2).split(", ", -1)).forEach(this::check);
            } else {
                happen(List.of(line.split(" ", -1)));
            }
        }
    }

    private void happen(List<String> words) {
        switch (words.get(0)) {
            case "account" ->
                portfolio = portfolio.under(Fills.account(
                        Positions.valueOf(words.get(2).toUpperCase(Locale.ROOT)),
                        Costs.valueOf(words.get(3).toUpperCase(Locale.ROOT))));
            case "convert" ->
                portfolio = portfolio.converting(words.get(1), id(words.get(2)), words.contains("inverse"));
            case "deposit" -> portfolio = portfolio.deposit(Money.of(words.get(1)), nanos);
            case "mark" -> portfolio = portfolio.mark(id(words.get(1)), Price.of(words.get(2)), nanos);
            case "funding" -> {
                var funding = new Funding(Money.of(words.get(2)).units(), Funding.GRID_NANOS);
                portfolio = portfolio.fund(id(words.get(1)), funding, nanos);
            }
            case "margin" ->
                instruments.put(
                        id(words.get(1)),
                        instrument(id(words.get(1)), Long.parseLong(words.get(2)), Long.parseLong(words.get(3))));
            case "buy" -> fill(Side.BUY, words);
            case "sell" -> fill(Side.SELL, words);
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private void fill(Side side, List<String> words) {
        int at = words.indexOf("at");
        var fill = Fills.fill(
                id(words.get(at - 2)),
                side,
                Quantity.of(words.get(at - 1)),
                Price.of(words.get(at + 1)),
                Money.of(after("fee", "0", words)),
                nanos);
        portfolio = portfolio.apply(Fills.in(after("in", "USD", words), fill), words.contains("reduce"));
    }

    private void check(String text) {
        var words = List.of(text.split(" ", -1));
        assertThat(value(words)).as(text).hasToString(words.get(words.size() - 1));
    }

    private Object value(List<String> words) {
        var margin = portfolio.margin(instruments::get);
        var point = portfolio.equityPoint(nanos, margin);
        return switch (words.get(0)) {
            case "cash" ->
                words.size() == 2
                        ? point.cash()
                        : portfolio.balance(words.get(1)).cash();
            case "deposits" -> point.deposits();
            case "realised" -> point.realisedProfit();
            case "unrealised" -> point.unrealisedProfit();
            case "fees" -> point.fees();
            case "funding" -> point.funding();
            case "equity" -> point.equity();
            case "peak" -> point.peakEquity();
            case "drawdown" -> portfolio.drawdown();
            case "initial" -> margin.initial();
            case "maintenance" -> margin.maintenance();
            case "free" -> point.freeBalance();
            case "quantity" -> position(words).quantity();
            case "cost" -> position(words).cost();
            case "lots" -> position(words).lots().size();
            default -> throw new IllegalArgumentException(words.get(0));
        };
    }

    private Position position(List<String> words) {
        return portfolio.position(
                id(words.get(1)), words.size() == 3 ? PositionSide.NET : PositionSide.valueOf(words.get(2)));
    }

    private static String after(String word, String otherwise, List<String> words) {
        int at = words.indexOf(word);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    private static InstrumentId id(String text) {
        return InstrumentId.of(text);
    }

    private static Instrument instrument(InstrumentId id, long initialMarginBps, long maintenanceMarginBps) {
        return new Instrument(
                id,
                1,
                "BTC",
                "USD",
                Price.of("0.01"),
                Quantity.of("1"),
                Quantity.of("1"),
                Quantity.of("10"),
                0,
                0,
                0,
                null,
                null,
                initialMarginBps,
                maintenanceMarginBps,
                "",
                "",
                false,
                null);
    }
}
