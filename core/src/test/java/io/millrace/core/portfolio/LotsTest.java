package io.millrace.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.core.money.Money;
import io.millrace.core.money.Quantity;
import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LotsTest {
    @Test
    void closesTheOldestFirst() {
        var lots = Lots.of(List.of(lot(1, "2", "200"), lot(2, "3", "330"), lot(3, "1", "90")));
        var closed = lots.close(Quantity.of("4"));
        assertThat(closed.cost()).isEqualTo(Money.of("420"));
        assertThat(closed.left().toList()).containsExactly(lot(2, "1", "110"), lot(3, "1", "90"));
        assertThat(lots.size()).isEqualTo(3);
    }

    @Test
    void keepsTheRestOfACostThatDoesNotDivide() {
        var closed = Lots.of(List.of(lot(1, "3", "100"))).close(Quantity.of("1"));
        assertThat(closed.cost()).isEqualTo(Money.of("33.33333333"));
        assertThat(closed.left().toList()).containsExactly(lot(1, "2", "66.66666667"));
    }

    @Test
    void closesShortLotsWithNegativeCost() {
        var closed =
                Lots.of(List.of(lot(1, "-2", "-200"), lot(2, "-3", "-330"))).close(Quantity.of("-3"));
        assertThat(closed.cost()).isEqualTo(Money.of("-310"));
        assertThat(closed.left().toList()).containsExactly(lot(2, "-2", "-220"));
    }

    @Test
    void isWhatItConsistsOfHoweverItCameAbout() {
        var added = Lots.NONE.plus(lot(1, "1", "1")).plus(lot(2, "1", "1")).plus(lot(3, "1", "1"));
        assertThat(added.withoutOldest()).isEqualTo(Lots.of(List.of(lot(2, "1", "1"), lot(3, "1", "1"))));
        assertThat(added.withoutOldest()).hasSameHashCodeAs(Lots.of(List.of(lot(2, "1", "1"), lot(3, "1", "1"))));
        assertThat(added.withoutOldest().withoutOldest().withoutOldest()).isEqualTo(Lots.NONE);
    }

    /** Any order of adding and taking: a queue, as the JDK's, and older versions stay what they were. */
    @Property
    void isAQueue(@ForAll @Size(max = 60) List<@IntRange(min = -2, max = 3) Integer> steps) {
        var queue = new ArrayDeque<Lot>();
        var lots = Lots.NONE;
        for (int i = 0; i < steps.size(); i++) {
            var before = lots;
            var listed = before.toList();
            if (steps.get(i) > 0) {
                var lot = lot(i, "1", "5");
                queue.addLast(lot);
                lots = lots.plus(lot);
            } else if (!queue.isEmpty()) {
                queue.removeFirst();
                lots = lots.withoutOldest();
            }
            assertThat(lots.toList()).containsExactlyElementsOf(queue);
            assertThat(lots.size()).isEqualTo(queue.size());
            assertThat(lots.oldest()).isEqualTo(queue.peekFirst());
            assertThat(before.toList()).isEqualTo(listed);
        }
    }

    private static Lot lot(long nanos, String quantity, String cost) {
        return new Lot(nanos, Quantity.of(quantity), Money.of(cost));
    }
}
