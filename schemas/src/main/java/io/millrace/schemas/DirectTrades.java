package io.millrace.schemas;

import io.millrace.core.market.AggressorSide;
import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.Trade;
import io.millrace.core.market.TradeAction;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Trades without a detour over generated classes, in a quarter of the time. Avro's binary
 * format in short: a long is a varint of its zigzag form, a string its length and its UTF-8, an enum the index of its
 * symbol, a record its fields one after the other.
 */
final class DirectTrades implements DirectCodec<Trade> {
    /** What {@link #encode} and {@link #decode} write and read, in this order. */
    private static final List<String> LAYOUT = List.of(
            "instrument STRING",
            "eventTimeNanos LONG",
            "sequence LONG",
            "price LONG",
            "quantity LONG",
            "aggressor ENUM",
            "action ENUM",
            "refersTo LONG");

    private static final int MAX_VARINT_BYTES = 10;
    /** Room for all but the instrument's text. */
    private static final int MAX_BYTES_OF_REST = LAYOUT.size() * MAX_VARINT_BYTES;

    private static final int ROOM_FOR_TEXT = 256;

    private final InstrumentTable instruments = new InstrumentTable();
    /** By index of the symbol; null for one that the domain does not know. */
    private final AggressorSide[] sides;

    private final TradeAction[] actions;
    /** By ordinal of the constant. */
    private final byte[] sideCodes;

    private final byte[] actionCodes;
    private final byte[] out = new byte[WireFormat.FRAME_BYTES + ROOM_FOR_TEXT + MAX_BYTES_OF_REST];

    /** What is being read: the bytes, where the next one is, where they end, and whether they were enough so far. */
    private byte[] in;

    private int at;
    private boolean whole;

    /**
     * For a schema.
     *
     * @throws IllegalStateException if its fields are not those that this class knows
     */
    DirectTrades(Schema schema) {
        var layout = schema.getFields().stream()
                .map(field -> field.name() + " " + field.schema().getType())
                .toList();
        if (!layout.equals(LAYOUT)) {
            throw new IllegalStateException("trades are written as " + LAYOUT + ", the schema says " + layout);
        }
        sides = constants(schema.getField("aggressor").schema(), AggressorSide.values(), AggressorSide[]::new);
        actions = constants(schema.getField("action").schema(), TradeAction.values(), TradeAction[]::new);
        sideCodes = codes(sides, AggressorSide.values());
        actionCodes = codes(actions, TradeAction.values());
    }

    @Override
    public byte[] encode(byte[] frame, Trade trade) {
        int side = code(sideCodes, trade.aggressor());
        int action = code(actionCodes, trade.action());
        System.arraycopy(frame, 0, out, 0, frame.length);
        int end = writeText(frame.length, trade.instrument());
        if (end < 0 || side < 0 || action < 0) {
            return null;
        }
        end = writeLong(end, trade.eventTimeNanos());
        end = writeLong(end, trade.sequence());
        end = writeLong(end, trade.price().units());
        end = writeLong(end, trade.quantity().units());
        out[end++] = (byte) side;
        out[end++] = (byte) action;
        end = writeLong(end, trade.refersTo());
        return Arrays.copyOf(out, end);
    }

    @Override
    public Trade decode(byte[] record, int from) {
        in = record;
        at = from;
        whole = true;
        var instrument = readInstrument();
        long eventTimeNanos = readLong();
        long sequence = readLong();
        long price = readLong();
        long quantity = readLong();
        var side = readConstant(sides);
        var action = readConstant(actions);
        long refersTo = readLong();
        in = null;
        boolean priced = price > 0 || (price == 0 && action == TradeAction.BUST);
        boolean valid = instrument != null && priced && quantity >= 0 && side != null && action != null;
        return whole && valid && at == record.length
                ? new Trade(
                        instrument,
                        eventTimeNanos,
                        sequence,
                        new Price(price),
                        new Quantity(quantity),
                        side,
                        action,
                        refersTo)
                : null;
    }

    /** The text's length and the text; negative unless it is short and all ASCII. */
    private int writeText(int start, InstrumentId instrument) {
        var symbol = instrument.symbol();
        var venue = instrument.venue();
        int length = symbol.length() + 1 + venue.length();
        if (length > ROOM_FOR_TEXT - MAX_VARINT_BYTES) {
            return -1;
        }
        int end = writeLong(start, length);
        int bits = 0;
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            bits |= c;
            out[end++] = (byte) c;
        }
        out[end++] = '.';
        for (int i = 0; i < venue.length(); i++) {
            char c = venue.charAt(i);
            bits |= c;
            out[end++] = (byte) c;
        }
        return bits < 0x80 ? end : -1;
    }

    private int writeLong(int start, long value) {
        int end = start;
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            out[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        out[end++] = (byte) rest;
        return end;
    }

    private InstrumentId readInstrument() {
        long length = readLong();
        if (!whole || length < 0 || length > in.length - at) {
            whole = false;
            return null;
        }
        int from = at;
        at += (int) length;
        return instruments.at(in, from, at);
    }

    private long readLong() {
        long zigzag = 0;
        int shift = 0;
        for (int i = at; i < in.length; i++) {
            byte next = in[i];
            zigzag |= (next & 0x7FL) << shift;
            if (next >= 0) {
                at = i + 1;
                return zigzag >>> 1 ^ -(zigzag & 1);
            }
            shift += 7;
            if (shift > 56) {
                // Nine bytes hold 63 bits; the rare tenth, and what Avro says to an eleventh, is Avro's matter.
                break;
            }
        }
        whole = false;
        return 0;
    }

    /** The constant of an index below 64, null else: that is one byte, an even one. */
    private <E> E readConstant(E[] constants) {
        if (at >= in.length) {
            return null;
        }
        byte zigzag = in[at++];
        return zigzag >= 0 && (zigzag & 1) == 0 && zigzag >> 1 < constants.length ? constants[zigzag >> 1] : null;
    }

    @SuppressWarnings("EnumOrdinal") // an index within this process, of an array made in it
    private static int code(byte[] codes, Enum<?> constant) {
        return constant == null ? -1 : codes[constant.ordinal()];
    }

    private static <E extends Enum<E>> E[] constants(Schema symbols, E[] constants, IntFunction<E[]> array) {
        return symbols.getEnumSymbols().stream()
                .map(symbol -> Stream.of(constants)
                        .filter(constant -> constant.name().equals(symbol))
                        .findFirst()
                        .orElse(null))
                .toArray(array);
    }

    /** The byte of every constant: the zigzag form of its symbol's index. */
    private static <E extends Enum<E>> byte[] codes(E[] byIndex, E[] constants) {
        var codes = new byte[constants.length];
        for (int i = 0; i < constants.length; i++) {
            codes[i] = (byte) (2 * Arrays.asList(byIndex).indexOf(constants[i]));
        }
        return codes;
    }
}
