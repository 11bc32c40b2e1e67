package io.millrace.connectors.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file, ended by LF or CRLF; a byte order mark at its beginning is skipped. */
final class Lines implements AutoCloseable {
    /** What is kept of a line: enough for any trade, small enough for any message. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private final byte[] line = new byte[MAX_BYTES];
    private int position;
    private int limit;
    private long number;

    Lines(InputStream in) throws IOException {
        this.in = in;
        skipByteOrderMark();
    }

    /** The next line, null after the last. */
    Line next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        long length = 0;
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            int end = endOfLine();
            length += keep(position, end - position, length);
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        int kept = (int) Math.min(length, MAX_BYTES);
        if (kept > 0 && kept == length && line[kept - 1] == '\r') {
            kept--;
            length--;
        }
        return new Line(++number, Arrays.copyOf(line, kept), length);
    }

    private int endOfLine() {
        int at = position;
        while (at < limit && block[at] != '\n') {
            at++;
        }
        return at;
    }

    private long keep(int from, int count, long alreadyRead) {
        if (alreadyRead < MAX_BYTES) {
            int kept = (int) Math.min(count, MAX_BYTES - alreadyRead);
            System.arraycopy(block, from, line, (int) alreadyRead, kept);
        }
        return count;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(block));
        return limit > 0;
    }

    private void skipByteOrderMark() throws IOException {
        limit = in.readNBytes(block, 0, 3);
        boolean marked = limit == 3 && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB && block[2] == (byte) 0xBF;
        position = marked ? 3 : 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
