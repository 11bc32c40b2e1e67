package io.millrace.schemas;

import io.millrace.schemas.UndecodableException.Code;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Carries an enum between the domain and Avro by its constants' names.
 *
 * @param <C> the domain's enum
 * @param <A> Avro's, with {@code UNKNOWN} for symbols of later versions
 */
final class Symbols<C extends Enum<C>, A extends Enum<A>> {
    private final Map<C, A> toAvro;
    private final Map<A, C> toCore;
    private final String name;

    private Symbols(Class<C> core, Class<A> avro) {
        toAvro = new EnumMap<>(core);
        toCore = new EnumMap<>(avro);
        name = avro.getSimpleName();
        for (var constant : core.getEnumConstants()) {
            var symbol = Enum.valueOf(avro, constant.name());
            toAvro.put(constant, symbol);
            toCore.put(symbol, constant);
        }
    }

    /** Refuses a constant of the domain that Avro has no symbol for. */
    static <C extends Enum<C>, A extends Enum<A>> Symbols<C, A> between(Class<C> core, Class<A> avro) {
        return new Symbols<>(core, avro);
    }

    A toAvro(C constant) {
        return toAvro.get(Objects.requireNonNull(constant, name));
    }

    A toAvroOrNull(C constant) {
        return constant == null ? null : toAvro(constant);
    }

    C toCore(A symbol) {
        var constant = toCore.get(symbol);
        if (constant == null) {
            throw new UndecodableException(
                    Code.UNKNOWN_SYMBOL, name + " is " + symbol + ": a symbol that this version does not know");
        }
        return constant;
    }

    C toCoreOrNull(A symbol) {
        return symbol == null ? null : toCore(symbol);
    }
}
