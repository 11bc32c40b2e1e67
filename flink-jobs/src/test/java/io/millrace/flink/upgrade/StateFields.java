package io.millrace.flink.upgrade;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.MapTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;

/**
 * The fields of classes that are state, and of those in them. Flink drops a field that is gone without a word, and a
 * renamed one begins empty.
 */
final class StateFields {
    private StateFields() {}

    /** {@code class.field: type}. */
    static SortedSet<String> of(List<Class<?>> classes) {
        var fields = new TreeSet<String>();
        classes.forEach(type -> add(TypeInformation.of(type), fields));
        return fields;
    }

    private static void add(TypeInformation<?> type, SortedSet<String> fields) {
        if (type instanceof MapTypeInfo<?, ?> map) {
            add(map.getKeyTypeInfo(), fields);
            add(map.getValueTypeInfo(), fields);
        } else if (type instanceof ListTypeInfo<?> list) {
            add(list.getElementTypeInfo(), fields);
        } else if (type instanceof PojoTypeInfo<?> pojo) {
            for (int i = 0; i < pojo.getArity(); i++) {
                var field = pojo.getPojoFieldAt(i);
                var declared = field.getField();
                var name = pojo.getTypeClass().getName() + "." + declared.getName();
                if (fields.add(name + ": " + declared.getGenericType().getTypeName())) {
                    add(field.getTypeInformation(), fields);
                }
            }
        }
    }
}
