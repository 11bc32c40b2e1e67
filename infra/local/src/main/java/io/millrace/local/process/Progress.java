package io.millrace.local.process;

import java.time.Duration;

/** Is told what happens to the parts. Called from several threads. */
public interface Progress {
    /** A part is ready to be used for the first time. */
    void ready(String part, Duration since);

    /** Something that a person should know: a part died, came back, would not stop. */
    void notice(String part, String message);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void ready(String part, Duration since) {}

            @Override
            public void notice(String part, String message) {}
        };
    }
}
