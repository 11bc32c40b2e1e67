package io.millrace.schemas;

import io.millrace.core.sizing.Sizing;
import io.millrace.core.sizing.SizingKind;

/** Sizings to Avro and back; null stays null. */
final class SizingCodec {
    private static final Symbols<SizingKind, io.millrace.avro.SizingKind> KIND =
            Symbols.between(SizingKind.class, io.millrace.avro.SizingKind.class);

    private SizingCodec() {}

    static io.millrace.avro.Sizing toAvro(Sizing sizing) {
        return sizing == null
                ? null
                : new io.millrace.avro.Sizing(KIND.toAvro(sizing.kind()), sizing.parameters(), sizing.inputs());
    }

    static Sizing toCore(io.millrace.avro.Sizing avro) {
        return avro == null
                ? null
                : new Sizing(
                        KIND.toCore(avro.getKind()),
                        Fields.values(avro.getParameters()),
                        Fields.values(avro.getInputs()));
    }
}
