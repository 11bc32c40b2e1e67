package io.millrace.core.indicator;

/** How an indicator's name is written: {@code kind(parameter,parameter)}. */
final class Names {
    private Names() {}

    static String of(String kind, double... parameters) {
        var name = new StringBuilder(kind).append('(');
        for (int i = 0; i < parameters.length; i++) {
            name.append(i == 0 ? "" : ",").append(number(parameters[i]));
        }
        return name.append(')').toString();
    }

    /** Without a fraction where there is none: {@code 20}, {@code 2.5}. */
    private static String number(double parameter) {
        return parameter == Math.rint(parameter) && Math.abs(parameter) < 1e15
                ? Long.toString((long) parameter)
                : Double.toString(parameter);
    }
}
