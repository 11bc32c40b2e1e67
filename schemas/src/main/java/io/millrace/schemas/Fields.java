package io.millrace.schemas;

import static io.millrace.schemas.UndecodableException.invalid;

import io.millrace.core.market.InstrumentId;
import io.millrace.core.market.QualityFlag;
import io.millrace.core.money.Money;
import io.millrace.core.money.Price;
import io.millrace.core.money.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fields as they are read: each names itself and what was expected where a value cannot be. */
final class Fields {
    private Fields() {}

    static InstrumentId instrument(String text) {
        try {
            return InstrumentId.of(text);
        } catch (IllegalArgumentException e) {
            throw invalid("instrument", "SYMBOL.VENUE", "'" + text + "'");
        }
    }

    static Price positivePrice(String field, long units) {
        var price = new Price(units);
        if (units <= 0) {
            throw invalid(field, "> 0", price);
        }
        return price;
    }

    static Price price(String field, long units) {
        var price = new Price(units);
        if (units < 0) {
            throw invalid(field, ">= 0", price);
        }
        return price;
    }

    static Price priceOrNull(Long units) {
        return units == null ? null : new Price(units);
    }

    static Long unitsOrNull(Price price) {
        return price == null ? null : price.units();
    }

    static Long unitsOrNull(Money amount) {
        return amount == null ? null : amount.units();
    }

    static Money moneyOrNull(Long units) {
        return units == null ? null : new Money(units);
    }

    static Quantity positiveQuantity(String field, long units) {
        var quantity = new Quantity(units);
        if (units <= 0) {
            throw invalid(field, "> 0", quantity);
        }
        return quantity;
    }

    static Quantity quantity(String field, long units) {
        var quantity = new Quantity(units);
        if (units < 0) {
            throw invalid(field, ">= 0", quantity);
        }
        return quantity;
    }

    static Money amount(String field, long units) {
        var amount = new Money(units);
        if (units < 0) {
            throw invalid(field, ">= 0", amount);
        }
        return amount;
    }

    static Money amountOrNull(String field, Long units) {
        return units == null ? null : amount(field, units);
    }

    static long positive(String field, long value) {
        if (value <= 0) {
            throw invalid(field, "> 0", value);
        }
        return value;
    }

    static long notNegative(String field, long value) {
        if (value < 0) {
            throw invalid(field, ">= 0", value);
        }
        return value;
    }

    static int quality(List<String> names) {
        try {
            return QualityFlag.of(names);
        } catch (IllegalArgumentException e) {
            throw invalid("quality", "flags of " + Arrays.toString(QualityFlag.values()), names);
        }
    }

    static QualityFlag qualityFlag(String field, String name) {
        try {
            return QualityFlag.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw invalid(field, "one of " + Arrays.toString(QualityFlag.values()), name);
        }
    }

    static SortedMap<String, Double> values(Map<String, Double> values) {
        return new TreeMap<>(values);
    }
}
