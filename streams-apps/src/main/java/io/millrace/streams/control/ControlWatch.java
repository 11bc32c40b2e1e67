package io.millrace.streams.control;

/** Is told how the control data of an app stands. Called from the app's global thread. */
public interface ControlWatch {
    /** So many versions are there now. */
    void loaded(String entities, int versions);

    /** A record could not be read. */
    void undecodable(String entities);
}
