package io.millrace.core.market.bar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A type of bars that something else than time closes, by name and parameters: {@code tick(1000)}.
 *
 * @param parameters all of them, in the kind's order: counts, or units of 1e-8
 */
public record BarType(BarKind kind, List<Long> parameters) {
    private static final Pattern NAME = Pattern.compile("\\s*([a-z-]+)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern COMMA_OUTSIDE = Pattern.compile(",(?![^(]*\\))");

    public BarType {
        parameters = List.copyOf(parameters);
        kind.rule(parameters); // refuses what cannot be
    }

    /**
     * The type of a name: {@code value(1000000)}, {@code tick-imbalance(500)}, {@code tick-imbalance(500,20,250,1000)}.
     *
     * @throws IllegalArgumentException if there is none; the message says what is wrong with the name
     */
    public static BarType parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a type of bars is written kind(number,...), was '" + name + "'");
        }
        var kind = kindOf(matcher.group(1));
        String[] texts = matcher.group(2).split(",", -1);
        if (texts.length != kind.parameters().size() && !(texts.length == 1 && kind.hasShortForm())) {
            throw new IllegalArgumentException("write " + kind.usage()
                    + (kind.hasShortForm() ? " or " + kind.word() + "(trades)" : "") + ", was '" + name + "'");
        }
        var values = new ArrayList<Long>();
        try {
            for (int i = 0; i < texts.length; i++) {
                values.add(kind.parameters().get(i).parse(texts[i].trim()));
            }
            return new BarType(kind, kind.completed(values));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(kind.word() + ": " + e.getMessage() + ", in '" + name + "'", e);
        }
    }

    /**
     * The types of several names, separated by commas; of an empty text none.
     *
     * @throws IllegalArgumentException if a name is wrong or comes twice
     */
    public static List<BarType> parseAll(String names) {
        var types = new ArrayList<BarType>();
        if (!names.isBlank()) {
            for (String name : COMMA_OUTSIDE.split(names, -1)) {
                var type = parse(name);
                if (types.contains(type)) {
                    throw new IllegalArgumentException(type + " comes twice");
                }
                types.add(type);
            }
        }
        return types;
    }

    /** Its name with all parameters, as the bars carry it. */
    @Override
    public String toString() {
        var text = new StringBuilder(kind.word()).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ",").append(kind.parameters().get(i).write(parameters.get(i)));
        }
        return text.append(')').toString();
    }

    private static BarKind kindOf(String word) {
        return Arrays.stream(BarKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bars '" + word + "', there are: "
                        + Arrays.stream(BarKind.values()).map(BarKind::usage).collect(Collectors.joining(", "))));
    }
}
