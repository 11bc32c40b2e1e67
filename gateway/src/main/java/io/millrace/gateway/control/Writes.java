package io.millrace.gateway.control;

import io.millrace.gateway.http.Answer;
import io.millrace.gateway.http.Call;

/** Does what a call asks for once: in one transaction with its answer under the call's Idempotency-Key. */
public final class Writes {
    private final ControlStore store;

    public Writes(ControlStore store) {
        this.store = store;
    }

    public Answer once(Call call, ControlStore.Work<Answer> work) {
        var key = IdempotencyKeys.of(call);
        if (key.isEmpty()) {
            return store.write(work);
        }
        return store.write(connection -> {
            var earlier = IdempotencyKeys.claim(connection, key.get(), call);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            var answer = work.on(connection);
            IdempotencyKeys.keep(connection, key.get(), answer);
            return answer;
        });
    }
}
