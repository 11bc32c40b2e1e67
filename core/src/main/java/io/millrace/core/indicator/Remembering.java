package io.millrace.core.indicator;

/** Something stateful that describes its memory once, for all that is done with it. */
public abstract class Remembering implements Stateful {
    /** Counted when first asked for: the parts exist only after the constructor. */
    private int stateSize = -1;

    /** Carries every number it remembers, always the same ones in the same order. */
    protected abstract void memory(Memory memory);

    @Override
    public final int stateSize() {
        if (stateSize < 0) {
            var count = new Memory.Count();
            memory(count);
            stateSize = count.numbers;
        }
        return stateSize;
    }

    @Override
    public final void save(StateWriter out) {
        memory(new Memory.Save(out));
    }

    @Override
    public final void load(StateReader in) {
        memory(new Memory.Load(in));
        loaded();
    }

    /** Computes anew what follows from the memory that was just loaded. */
    protected void loaded() {}
}
