package io.millrace.connectors.marketdata;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A trade file: a path, or {@code classpath:NAME} for a resource; plain or gzip, which its first two bytes tell.
 *
 * @param name as it was asked for, paths made absolute: stands for the file in dead letters
 */
record TradeFile(String name) {
    private static final String CLASSPATH = "classpath:";
    private static final int GZIP_MAGIC = 0x1f8b;

    static TradeFile of(String text) {
        return new TradeFile(
                text.startsWith(CLASSPATH)
                        ? text
                        : Path.of(text).toAbsolutePath().normalize().toString());
    }

    /** Its data lines; blank lines are none. */
    DataLines open() throws IOException {
        var lines = new Lines(content());
        var header = lines.next();
        var format = header == null ? null : TradeFormat.ofHeader(header.text()).orElse(null);
        if (format == null) {
            lines.close();
            throw new IOException("%s:1: UNKNOWN_FORMAT actual=%s limit=%s"
                    .formatted(name, header == null ? "an empty file" : shown(header.text()), TradeFormat.headers()));
        }
        return new DataLines(name, format, lines);
    }

    private InputStream content() throws IOException {
        var in = new BufferedInputStream(raw(), 64 * 1024);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 64 * 1024) : in;
    }

    private InputStream raw() throws IOException {
        if (!name.startsWith(CLASSPATH)) {
            try {
                return Files.newInputStream(Path.of(name));
            } catch (NoSuchFileException e) {
                throw new FileNotFoundException(name + ": no such file");
            }
        }
        var resource = TradeFile.class.getClassLoader().getResourceAsStream(name.substring(CLASSPATH.length()));
        if (resource == null) {
            throw new FileNotFoundException(name + ": no such resource on the class path");
        }
        return resource;
    }

    private static String shown(String header) {
        return header.length() <= 80 ? header : header.substring(0, 80) + "…";
    }

    /** The lines after the header. */
    static final class DataLines implements AutoCloseable {
        private final String name;
        private final TradeFormat format;
        private final Lines lines;
        private long lastNumber = 1;

        DataLines(String name, TradeFormat format, Lines lines) {
            this.name = name;
            this.format = format;
            this.lines = lines;
        }

        TradeFormat format() {
            return format;
        }

        /** The next data line, null after the last. */
        Line next() throws IOException {
            try {
                var line = lines.next();
                while (line != null && line.isBlank()) {
                    line = lines.next();
                }
                if (line != null) {
                    lastNumber = line.number();
                }
                return line;
            } catch (EOFException | ZipException e) {
                throw new IOException(
                        "%s:%d: the compressed file is cut off or damaged after this line".formatted(name, lastNumber),
                        e);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
