package io.millrace.connectors.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void readsLinesEndedByEitherConventionOrByTheFile() throws IOException {
        assertThat(read("a\r\nb\nc")).containsExactly("1:a", "2:b", "3:c");
        assertThat(read("a\n\nb\n")).containsExactly("1:a", "2:", "3:b");
        assertThat(read("")).isEmpty();
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFa\nb")).containsExactly("1:a", "2:b");
    }

    @Test
    void keepsTheBeginningOfALineWithoutEndAndFindsTheNext() throws IOException {
        var lines = new Lines(new ByteArrayInputStream(("x".repeat(1_000_000) + "\nnext\n").getBytes(UTF_8)));
        var first = lines.next();
        assertThat(first.isCut()).isTrue();
        assertThat(first.length()).isEqualTo(1_000_000);
        assertThat(first.bytes()).hasSize(Lines.MAX_BYTES);
        assertThat(lines.next().text()).isEqualTo("next");
    }

    @Test
    void readsLinesThatLieAcrossBlocks() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("line ").append(i).append("\r\n");
        }
        assertThat(read(text.toString())).hasSize(20_000).contains("20000:line 19999", "8192:line 8191");
    }

    private static List<String> read(String text) throws IOException {
        var read = new ArrayList<String>();
        try (var lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                read.add(line.number() + ":" + line.text());
            }
        }
        return read;
    }
}
