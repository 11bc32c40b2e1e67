package io.millrace.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.market.TradeSequence.Kind;
import io.millrace.core.market.TradeSequence.Verdict;
import org.junit.jupiter.api.Test;

class TradeSequenceTest {
    private final TradeSequence.State state = new TradeSequence.State();

    @Test
    void takesAnyNumberAsTheFirst() {
        assertThat(TradeSequence.next(state, -7)).isEqualTo(new Verdict(Kind.NEW, 0));
        assertThat(TradeSequence.next(state, -6)).isEqualTo(new Verdict(Kind.NEW, 0));
    }

    @Test
    void dropsWhatItHasSeen() {
        TradeSequence.next(state, 5);
        assertThat(TradeSequence.next(state, 5).isDuplicate()).isTrue();
        assertThat(TradeSequence.next(state, 4).isDuplicate()).isTrue();
        assertThat(TradeSequence.next(state, 6)).isEqualTo(new Verdict(Kind.NEW, 0));
    }

    @Test
    void countsWhatIsMissing() {
        TradeSequence.next(state, 5);
        assertThat(TradeSequence.next(state, 9)).isEqualTo(new Verdict(Kind.GAP, 3));
        assertThat(TradeSequence.next(state, 10)).isEqualTo(new Verdict(Kind.NEW, 0));
    }
}
