package io.millrace.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Demands that what is answered to an event follows from the events up to it: whatever comes later, nothing at all or
 * something else, the answers so far stay the same to the last bit. So it finds the peek at a later event, the average
 * over the whole series, and the value that is repainted after it was given.
 *
 * <p>The stream is run once as a whole and once more for every cut: n + cuts × n events at most; only {@link
 * #onEveryPrefix} is O(n²).
 */
public final class NoLookAhead<E> {
    private static final int CUTS = 16;

    private final Subject<E> subject;

    private NoLookAhead(Subject<E> subject) {
        this.subject = subject;
    }

    public static <E> NoLookAhead<E> of(Subject<E> subject) {
        return new NoLookAhead<>(subject);
    }

    /**
     * Cuts the stream at {@value #CUTS} places and lets nothing follow, then the others.
     *
     * @param others as many events as the stream has: those from the cut on replace the stream's
     * @throws LookAheadException if an answer depends on what follows
     */
    public void prove(List<E> stream, List<E> others) {
        onPrefixes(stream, CUTS)
                .or(() -> withOtherFutures(stream, others, CUTS))
                .ifPresent(found -> {
                    throw new LookAheadException(found);
                });
    }

    /** Runs every prefix of the stream; the first answer that differs from that of the whole, if one does. */
    public Optional<LookAhead> onEveryPrefix(List<E> stream) {
        return onPrefixes(stream, stream.size());
    }

    /** Runs that many prefixes of the stream, their lengths evenly spread; the last is the whole stream once more. */
    public Optional<LookAhead> onPrefixes(List<E> stream, int count) {
        return search(stream, List.of(), count);
    }

    /**
     * Runs the stream with other futures, from that many evenly spread places on.
     *
     * @param others as many events as the stream has
     */
    public Optional<LookAhead> withOtherFutures(List<E> stream, List<E> others, int count) {
        if (others.size() != stream.size()) {
            throw new IllegalArgumentException(
                    "the other events must be as many as the stream's " + stream.size() + ", were " + others.size());
        }
        return search(stream, others, count);
    }

    private Optional<LookAhead> search(List<E> stream, List<E> others, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the stream must be cut at least once, was to be " + count + " times");
        }
        var whole = answers(stream);
        int cuts = Math.min(count, stream.size());
        for (int i = 1; i <= cuts; i++) {
            int cut = (int) ((long) i * stream.size() / cuts);
            var found = difference(whole, stream, others, cut);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<LookAhead> difference(List<?> whole, List<E> stream, List<E> others, int cut) {
        var events = new ArrayList<>(stream.subList(0, cut));
        events.addAll(others.subList(Math.min(cut, others.size()), others.size()));
        var answers = answers(events);
        for (int i = 0; i < cut; i++) {
            if (!Objects.deepEquals(whole.get(i), answers.get(i))) {
                return Optional.of(new LookAhead(i, cut, whole.get(i), answers.get(i)));
            }
        }
        return Optional.empty();
    }

    private List<?> answers(List<E> events) {
        var answers = subject.answers(List.copyOf(events));
        if (answers.size() != events.size()) {
            throw new IllegalArgumentException(
                    "one answer per event is asked, were " + answers.size() + " to " + events.size() + " events");
        }
        return answers;
    }
}
