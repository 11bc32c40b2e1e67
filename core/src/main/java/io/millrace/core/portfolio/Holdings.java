package io.millrace.core.portfolio;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.money.Money;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Small immutable lists that stay in order, found by looking through them: an account has few of everything. */
final class Holdings {
    private static final Comparator<Position> BY_INSTRUMENT =
            Comparator.comparing(Position::instrument).thenComparing(Position::side);

    private Holdings() {}

    /** The place of a position, negative if there is none. */
    static int indexOf(List<Position> positions, InstrumentId instrument, PositionSide side) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).is(instrument, side)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The place of an instrument's mark, negative if there is none.
     *
     * @param likely where to look first: where its position is, in an account that holds what it marks
     */
    static int indexOf(List<Mark> marks, InstrumentId instrument, int likely) {
        if (likely >= 0
                && likely < marks.size()
                && marks.get(likely).instrument().equals(instrument)) {
            return likely;
        }
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).instrument().equals(instrument)) {
                return i;
            }
        }
        return -1;
    }

    /** What an instrument's positions are worth at a mark, which may be null only if they are flat. */
    static Money valueOf(List<Position> positions, InstrumentId instrument, Mark mark) {
        var value = Money.ZERO;
        for (int i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            if (!position.quantity().isZero() && position.instrument().equals(instrument)) {
                value = value.plus(position.valueAt(mark.price()));
            }
        }
        return value;
    }

    static List<Position> with(List<Position> positions, int at, Position position) {
        return at < 0 ? inserted(positions, position, BY_INSTRUMENT) : replaced(positions, at, position);
    }

    static List<Mark> with(List<Mark> marks, int at, Mark mark) {
        return at < 0 ? inserted(marks, mark, Comparator.comparing(Mark::instrument)) : replaced(marks, at, mark);
    }

    static List<Balance> with(List<Balance> balances, Balance balance) {
        int at = first(balances, known -> known.currency().equals(balance.currency()));
        return at < 0
                ? inserted(balances, balance, Comparator.comparing(Balance::currency))
                : replaced(balances, at, balance);
    }

    private static <T> int first(List<T> entries, Predicate<T> wanted) {
        int at = 0;
        while (at < entries.size() && !wanted.test(entries.get(at))) {
            at++;
        }
        return at < entries.size() ? at : -1;
    }

    @SuppressWarnings("unchecked") // an array of what a list of T holds
    private static <T> List<T> replaced(List<T> entries, int at, T entry) {
        var next = (T[]) entries.toArray();
        next[at] = entry;
        return Collections.unmodifiableList(Arrays.asList(next));
    }

    @SuppressWarnings("unchecked") // an array of what a list of T holds
    private static <T> List<T> inserted(List<T> entries, T entry, Comparator<T> order) {
        int at = first(entries, known -> order.compare(known, entry) > 0);
        int place = at < 0 ? entries.size() : at;
        var next = (T[]) Arrays.copyOf(entries.toArray(), entries.size() + 1);
        System.arraycopy(next, place, next, place + 1, entries.size() - place);
        next[place] = entry;
        return Collections.unmodifiableList(Arrays.asList(next));
    }
}
