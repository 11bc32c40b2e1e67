package io.millrace.connectors.marketdata;

import static io.millrace.connectors.marketdata.RefusalCode.COLUMN_COUNT_WRONG;
import static io.millrace.connectors.marketdata.RefusalCode.QUOTE_NOT_CLOSED;

/**
 * The fields of one line, as RFC 4180 writes them: separated by commas, quoted where the writer liked, a quote inside
 * quotes doubled. A quoted field may not hold a line's end: such a line is refused, not joined.
 */
final class CsvFields {
    private CsvFields() {}

    /** Exactly {@code count} fields, or a refusal. */
    static String[] split(String line, int count) throws RefusedException {
        return line.indexOf('"') < 0 ? plain(line, count) : quoted(line, count);
    }

    private static String[] plain(String line, int count) throws RefusedException {
        var fields = new String[count];
        int found = 0;
        int start = 0;
        while (true) {
            int comma = line.indexOf(',', start);
            if (found < count) {
                fields[found] = line.substring(start, comma < 0 ? line.length() : comma);
            }
            found++;
            if (comma < 0) {
                return counted(fields, found);
            }
            start = comma + 1;
        }
    }

    private static String[] quoted(String line, int count) throws RefusedException {
        var fields = new String[count];
        var field = new StringBuilder();
        int found = 0;
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = inside && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append('"');
                    i++;
                } else {
                    inside = !inside;
                }
            } else if (c == ',' && !inside) {
                if (found < count) {
                    fields[found] = field.toString();
                }
                found++;
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (inside) {
            throw new RefusedException(QUOTE_NOT_CLOSED, line, "an even number of quotes in a line");
        }
        if (found < count) {
            fields[found] = field.toString();
        }
        return counted(fields, found + 1);
    }

    private static String[] counted(String[] fields, int found) throws RefusedException {
        if (found != fields.length) {
            throw new RefusedException(COLUMN_COUNT_WRONG, found + " columns", fields.length + " columns");
        }
        return fields;
    }
}
