package io.millrace.gateway.http;

/** What an endpoint does. It runs on a worker thread, unless it is open to all, and refuses by throwing a
 * problem. */
@FunctionalInterface
public interface Operation {
    Answer answer(Call call);
}
