package io.millrace.local.setup;

import io.millrace.local.process.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Which number each port has. */
public final class PortPlan {
    private static final int FIRST_FREE = 15_000;
    private static final int LAST_FREE = 32_000;

    private final EnumMap<LocalPort, Integer> numbers;
    /** Where parts listen that something stands in front of. */
    private final EnumMap<LocalPort, Integer> behind;

    private PortPlan(EnumMap<LocalPort, Integer> numbers) {
        this(numbers, new EnumMap<>(LocalPort.class));
    }

    private PortPlan(EnumMap<LocalPort, Integer> numbers, EnumMap<LocalPort, Integer> behind) {
        this.numbers = numbers;
        this.behind = behind;
    }

    /**
     * The same plan with something between a part and its clients: they go to {@link #number}, the part listens
     * elsewhere.
     */
    public PortPlan withPartBehind(LocalPort port, int listening) {
        var moved = new EnumMap<>(behind);
        moved.put(port, listening);
        return new PortPlan(numbers, moved);
    }

    /**
     * The defaults, moved by the environment.
     *
     * @throws IllegalArgumentException names every variable that is no port, and every number used twice
     */
    public static PortPlan of(Map<String, String> environment) {
        var numbers = new EnumMap<LocalPort, Integer>(LocalPort.class);
        var errors = new ArrayList<String>();
        for (var port : LocalPort.values()) {
            var text = environment.get(port.variable());
            int number = text == null ? port.defaultNumber() : parse(text);
            if (number < 1 || number > 65_535) {
                errors.add(port.variable() + " must be a port from 1 to 65535, was '" + text + "'");
            }
            numbers.put(port, number);
        }
        if (errors.isEmpty()) {
            errors.addAll(doubles(numbers));
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", errors));
        }
        return new PortPlan(numbers);
    }

    /**
     * Ports that nobody listens on now, for several platforms side by side: below those that systems give to outgoing
     * connections, which would otherwise take them before they are used.
     */
    public static PortPlan free() {
        var numbers = new EnumMap<LocalPort, Integer>(LocalPort.class);
        for (var port : LocalPort.values()) {
            int number;
            do {
                number = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE);
            } while (numbers.containsValue(number)
                    || !Port.taken(List.of(new Port(port.part(), port.variable(), number)))
                            .isEmpty());
            numbers.put(port, number);
        }
        return new PortPlan(numbers);
    }

    /** Reads what {@link #write} wrote. */
    public static PortPlan read(Path file) throws IOException {
        var environment = new HashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var parts = line.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        return of(environment);
    }

    /** The variables that make {@link #of} give the same plan. */
    public SortedMap<String, String> variables() {
        var variables = new TreeMap<String, String>();
        numbers.forEach((port, number) -> variables.put(port.variable(), number.toString()));
        return variables;
    }

    /** One line for each port, {@code VARIABLE=NUMBER}. */
    public void write(Path file) throws IOException {
        Files.write(
                file,
                variables().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    public int number(LocalPort port) {
        return numbers.get(port);
    }

    /** Where the part itself listens: {@link #number}, unless something stands in front of it. */
    public int listening(LocalPort port) {
        return behind.getOrDefault(port, number(port));
    }

    /** Host and port, as clients use it. */
    public String address(LocalPort port) {
        return "127.0.0.1:" + number(port);
    }

    public String url(LocalPort port) {
        return "http://" + address(port);
    }

    /** The ports that the parts listen on. */
    public List<Port> all() {
        return Arrays.stream(LocalPort.values())
                .map(port -> new Port(port.part(), port.variable(), listening(port)))
                .toList();
    }

    private static int parse(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static List<String> doubles(EnumMap<LocalPort, Integer> numbers) {
        return Arrays.stream(LocalPort.values()).collect(Collectors.groupingBy(numbers::get)).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "port " + entry.getKey() + " is asked for by "
                        + entry.getValue().stream().map(LocalPort::variable).collect(Collectors.joining(" and ")))
                .sorted()
                .toList();
    }
}
