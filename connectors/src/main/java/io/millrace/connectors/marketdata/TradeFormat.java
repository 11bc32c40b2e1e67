package io.millrace.connectors.marketdata;

import static io.millrace.connectors.marketdata.RefusalCode.PRICE_NOT_A_NUMBER;
import static io.millrace.connectors.marketdata.RefusalCode.PRICE_NOT_EXACT;
import static io.millrace.connectors.marketdata.RefusalCode.PRICE_NOT_POSITIVE;
import static io.millrace.connectors.marketdata.RefusalCode.QUANTITY_NEGATIVE;
import static io.millrace.connectors.marketdata.RefusalCode.QUANTITY_NOT_A_NUMBER;
import static io.millrace.connectors.marketdata.RefusalCode.QUANTITY_NOT_EXACT;
import static io.millrace.connectors.marketdata.RefusalCode.SIDE_UNKNOWN;
import static io.millrace.connectors.marketdata.RefusalCode.SYMBOL_MISSING;
import static io.millrace.connectors.marketdata.RefusalCode.TIME_NOT_A_NUMBER;
import static io.millrace.connectors.marketdata.RefusalCode.TIME_OUT_OF_RANGE;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.Optional;

/** The trade files that can be read, told apart by their first line. */
enum TradeFormat {
    /** As Bitstamp's history was published: seconds, price, amount; no symbol, no side. */
    SECONDS("timestamp,price,amount") {
        @Override
        SourceTrade read(String[] fields) throws RefusedException {
            return new SourceTrade(
                    "",
                    time(fields[0], NANOS_PER_SECOND),
                    price(fields[1]),
                    quantity(fields[2]),
                    AggressorSide.UNKNOWN);
        }
    },
    /** Nanoseconds, symbol, price, size, and the side that took liquidity: B, S or empty. */
    NANOSECONDS("ts_ns,symbol,price,size,side") {
        @Override
        SourceTrade read(String[] fields) throws RefusedException {
            if (fields[1].isBlank()) {
                throw new RefusedException(SYMBOL_MISSING, "''", "a symbol");
            }
            return new SourceTrade(
                    fields[1].trim(), time(fields[0], 1), price(fields[2]), quantity(fields[3]), side(fields[4]));
        }
    };

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int LONGEST_NUMBER = 40;

    private final String header;
    private final int columns;

    TradeFormat(String header) {
        this.header = header;
        this.columns = header.split(",", -1).length;
    }

    /** The format whose header a line is. */
    static Optional<TradeFormat> ofHeader(String line) {
        for (var format : values()) {
            if (format.header.equalsIgnoreCase(line.replace("\"", "").replace(" ", ""))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** All headers, for messages. */
    static String headers() {
        return SECONDS.header + " | " + NANOSECONDS.header;
    }

    boolean hasSymbol() {
        return this != SECONDS;
    }

    SourceTrade read(Line line) throws RefusedException {
        if (line.isCut()) {
            throw new RefusedException(RefusalCode.LINE_TOO_LONG, line.length() + " bytes", Lines.MAX_BYTES + " bytes");
        }
        return read(CsvFields.split(line.text(), columns));
    }

    abstract SourceTrade read(String[] fields) throws RefusedException;

    private static long time(String text, long nanosPerUnit) throws RefusedException {
        long units;
        try {
            units = Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new RefusedException(TIME_NOT_A_NUMBER, text, "a whole number");
        }
        if (units <= 0 || units > Long.MAX_VALUE / nanosPerUnit) {
            throw new RefusedException(TIME_OUT_OF_RANGE, text, "1.." + Long.MAX_VALUE / nanosPerUnit);
        }
        return units * nanosPerUnit;
    }

    private static Price price(String text) throws RefusedException {
        try {
            var price = Price.of(number(text));
            if (!price.isPositive()) {
                throw new RefusedException(PRICE_NOT_POSITIVE, text, "> 0");
            }
            return price;
        } catch (NumberFormatException e) {
            throw new RefusedException(PRICE_NOT_A_NUMBER, text, "a decimal number");
        } catch (ArithmeticException e) {
            throw new RefusedException(PRICE_NOT_EXACT, text, "a multiple of 1e-8 below 92233720368.54775808");
        }
    }

    private static Quantity quantity(String text) throws RefusedException {
        try {
            var quantity = Quantity.of(number(text));
            if (quantity.signum() < 0) {
                throw new RefusedException(QUANTITY_NEGATIVE, text, ">= 0");
            }
            return quantity;
        } catch (NumberFormatException e) {
            throw new RefusedException(QUANTITY_NOT_A_NUMBER, text, "a decimal number");
        } catch (ArithmeticException e) {
            throw new RefusedException(QUANTITY_NOT_EXACT, text, "a multiple of 1e-8 below 92233720368.54775808");
        }
    }

    private static AggressorSide side(String text) throws RefusedException {
        return switch (text.trim()) {
            case "" -> AggressorSide.UNKNOWN;
            case "B", "b", "BUY", "buy" -> AggressorSide.BUYER;
            case "S", "s", "SELL", "sell" -> AggressorSide.SELLER;
            default -> throw new RefusedException(SIDE_UNKNOWN, text, "B, S or empty");
        };
    }

    /** A number of reasonable length; one like {@code 1e999999999} would take for ever to expand. */
    private static String number(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (text.length() > LONGEST_NUMBER || (exponent >= 0 && text.length() - exponent > 4)) {
            throw new NumberFormatException(text);
        }
        return text;
    }
}
