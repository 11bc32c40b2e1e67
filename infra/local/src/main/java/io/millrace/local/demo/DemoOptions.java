package io.millrace.local.demo;

import java.nio.file.Path;

/**
 * How the demo runs.
 *
 * @param once ends by itself when the replay is through, on a state of its own that is wiped first
 * @param json prints the summary as one JSON object
 * @param speed of the replay: {@code max}, or how many times faster than the clock on the wall
 * @param fresh wipes the state first
 * @param records directory that gets what was on the topics, null for none
 */
public record DemoOptions(boolean once, boolean json, String speed, boolean fresh, Path records) {}
