package io.millrace.core.proof;

/**
 * An answer that depends on events after it.
 *
 * @param position of the event that was answered, from 0
 * @param cut number of events that both runs share
 * @param before the answer of the run over the whole stream
 * @param after the answer when something else, or nothing, follows the events that both share
 */
public record LookAhead(int position, int cut, Object before, Object after) {
    @Override
    public String toString() {
        return "the answer to event " + position + " depends on events from " + cut + " on: it is " + before + ", but "
                + after + " where others or none follow";
    }
}
