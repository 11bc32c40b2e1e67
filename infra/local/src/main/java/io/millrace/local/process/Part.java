package io.millrace.local.process;

import java.util.List;

/** One thing of the platform that is started, watched and stopped. */
public sealed interface Part permits ProcessPart, TaskPart {
    /** Its one word: in messages, in the log's file name, in {@code logs PART}. */
    String name();

    /** The names of the parts that must be ready before it starts. */
    default List<String> needs() {
        return List.of();
    }
}
