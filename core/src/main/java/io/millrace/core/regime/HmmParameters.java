package io.millrace.core.regime;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A hidden Markov model on {@link HmmObservations} as a model's parameters: {@code states}, {@code window}, {@code
 * initial(calm)}, {@code transition(calm,turbulent)}, {@code mean(calm,logReturn)}, {@code variance(calm,logVolatility)}.
 *
 * @param window bars that a volatility is of
 */
public record HmmParameters(GaussianHmm hmm, int window) {
    private static final String STATES = "states";
    private static final String WINDOW = "window";

    public SortedMap<String, Double> write() {
        var parameters = new TreeMap<String, Double>();
        parameters.put(STATES, (double) hmm.states());
        parameters.put(WINDOW, (double) window);
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
    public static HmmParameters read(Map<String, Double> parameters) {
        int states = whole(parameters, STATES, GaussianHmm.MIN_STATES, GaussianHmm.MAX_STATES);
        int window = whole(parameters, WINDOW, 1, HmmObservations.MAX_WINDOW);
        var left = new TreeMap<>(parameters);
        left.keySet().removeAll(List.of(STATES, WINDOW));
        var missing = new TreeSet<String>();
        var reading = new Reading(left, missing, GaussianHmm.names(states));
        double[] initial = reading.initial();
        double[][] transition = reading.transitions();
        double[][] means = reading.emissions("mean");
        double[][] variances = reading.emissions("variance");
        if (!missing.isEmpty() || !left.isEmpty()) {
            throw new IllegalArgumentException("parameters missing " + missing + ", unknown " + left.keySet());
        }
        return new HmmParameters(new GaussianHmm(initial, transition, means, variances), window);
    }

    private static int whole(Map<String, Double> parameters, String name, int least, int most) {
        double value = parameters.getOrDefault(name, Double.NaN);
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from " + least + " to " + most + ", was " + parameters.get(name));
        }
        return (int) value;
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
