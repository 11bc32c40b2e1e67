package io.millrace.schemas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's data model for the classes generated from this project's schemas. Avro loads a class that a schema names only if
 * it is told to trust it; this trusts {@code io.millrace} and nothing else, for its own readers alone.
 */
public final class GeneratedClasses extends SpecificData {
    private static final GeneratedClasses MODEL = new GeneratedClasses(false);
    private static final GeneratedClasses WRITING = new GeneratedClasses(true);
    private static final String TRUSTED = "io.millrace.";

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    private GeneratedClasses(boolean byTheirOwnCoders) {
        super(GeneratedClasses.class.getClassLoader());
        setCustomCoders(byTheirOwnCoders);
    }

    /** The model; may be shared by threads. */
    public static GeneratedClasses model() {
        return MODEL;
    }

    /**
     * The same for writers, which it lets use the classes' own code: faster, the same bytes. Not for readers, where that code
     * believes whatever length an array claims to have.
     */
    public static GeneratedClasses writing() {
        return WRITING;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getClass(Schema schema) {
        boolean named =
                switch (schema.getType()) {
                    case RECORD, ENUM, FIXED -> true;
                    default -> false;
                };
        return named && schema.getFullName().startsWith(TRUSTED)
                ? classes.computeIfAbsent(schema.getFullName(), this::load)
                : super.getClass(schema);
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class was generated for the schema " + name, e);
        }
    }
}
