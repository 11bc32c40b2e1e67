package io.millrace.core.regime;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A hidden Markov model on {@link HmmObservations} as a model's parameters: {@code states}, {@code initial(calm)},
 * {@code transition(calm,turbulent)}, {@code mean(calm,logReturn)}, {@code variance(calm,logRange)}.
 */
public final class HmmParameters {
    private static final String STATES = "states";

    private HmmParameters() {}

    public static SortedMap<String, Double> write(GaussianHmm hmm) {
        var parameters = new TreeMap<String, Double>();
        parameters.put(STATES, (double) hmm.states());
        var names = GaussianHmm.names(hmm.states());
        for (int i = 0; i < hmm.states(); i++) {
            parameters.put(initial(names, i), hmm.initial(i));
            for (int j = 0; j < hmm.states(); j++) {
                parameters.put(transition(names, i, j), hmm.transition(i, j));
            }
            for (int d = 0; d < hmm.size(); d++) {
                parameters.put(emission("mean", names, i, d), hmm.mean(i, d));
                parameters.put(emission("variance", names, i, d), hmm.variance(i, d));
            }
        }
        return parameters;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException names every parameter that is missing or unknown, or what the numbers cannot be
     */
    public static GaussianHmm read(Map<String, Double> parameters) {
        double states = parameters.getOrDefault(STATES, Double.NaN);
        if (!(states >= GaussianHmm.MIN_STATES && states <= GaussianHmm.MAX_STATES) || states != Math.rint(states)) {
            throw new IllegalArgumentException("states must be a whole number from " + GaussianHmm.MIN_STATES + " to "
                    + GaussianHmm.MAX_STATES + ", was " + parameters.get(STATES));
        }
        var left = new TreeMap<>(parameters);
        left.remove(STATES);
        var missing = new TreeSet<String>();
        var hmm = new Reading(left, missing, GaussianHmm.names((int) states));
        double[] initial = hmm.initial();
        double[][] transition = hmm.transitions();
        double[][] means = hmm.emissions("mean");
        double[][] variances = hmm.emissions("variance");
        if (!missing.isEmpty() || !left.isEmpty()) {
            throw new IllegalArgumentException("parameters missing " + missing + ", unknown " + left.keySet());
        }
        return new GaussianHmm(initial, transition, means, variances);
    }

    /** Takes parameters out of those that are left, and notes those that are not there. */
    private record Reading(Map<String, Double> left, TreeSet<String> missing, List<String> names) {
        double[] initial() {
            double[] initial = new double[names.size()];
            for (int i = 0; i < initial.length; i++) {
                initial[i] = take(HmmParameters.initial(names, i));
            }
            return initial;
        }

        double[][] transitions() {
            double[][] transitions = new double[names.size()][names.size()];
            for (int i = 0; i < transitions.length; i++) {
                for (int j = 0; j < transitions.length; j++) {
                    transitions[i][j] = take(transition(names, i, j));
                }
            }
            return transitions;
        }

        double[][] emissions(String what) {
            double[][] emissions = new double[names.size()][HmmObservations.NAMES.size()];
            for (int i = 0; i < emissions.length; i++) {
                for (int d = 0; d < emissions[i].length; d++) {
                    emissions[i][d] = take(emission(what, names, i, d));
                }
            }
            return emissions;
        }

        private double take(String name) {
            var value = left.remove(name);
            if (value == null) {
                missing.add(name);
                return Double.NaN;
            }
            return value;
        }
    }

    private static String initial(List<String> names, int state) {
        return "initial(" + names.get(state) + ")";
    }

    private static String transition(List<String> names, int from, int to) {
        return "transition(" + names.get(from) + "," + names.get(to) + ")";
    }

    private static String emission(String what, List<String> names, int state, int number) {
        return what + "(" + names.get(state) + "," + HmmObservations.NAMES.get(number) + ")";
    }
}
