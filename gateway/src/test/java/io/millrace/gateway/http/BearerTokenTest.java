package io.millrace.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerTokenTest {
    @TempDir
    private Path state;

    @Test
    void isMadeAtTheFirstStartForItsOwnerOnly() throws IOException {
        var file = state.resolve("new/gateway.token");

        var token = BearerToken.in(file);

        var secret = Files.readString(file).trim();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token.opens("Bearer " + secret)).isTrue();
        assertThat(state.resolve("new")).isDirectoryContaining(found -> found.equals(file));
        assertThat(BearerToken.in(file).opens("bearer " + secret)).isTrue();
    }

    @Test
    void isAnotherOneInAnotherPlace() throws IOException {
        BearerToken.in(state.resolve("a"));
        BearerToken.in(state.resolve("b"));

        assertThat(state.resolve("a")).content().isNotEqualTo(Files.readString(state.resolve("b")));
    }

    @Test
    void opensForNothingElse() {
        var token = BearerToken.of("0123456789abcdef0123456789abcdef");

        assertThat(token.opens(null)).isFalse();
        assertThat(token.opens("")).isFalse();
        assertThat(token.opens("Bearer ")).isFalse();
        assertThat(token.opens("Bearer 0123456789abcdef0123456789abcdeF")).isFalse();
        assertThat(token.opens("Basic 0123456789abcdef0123456789abcdef")).isFalse();
        assertThat(token.opens("Bearer 0123456789abcdef0123456789abcdef")).isTrue();
    }

    @Test
    void refusesAFileWithoutAToken() throws IOException {
        var file = Files.writeString(state.resolve("gateway.token"), "short");

        assertThatThrownBy(() -> BearerToken.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gateway.token must hold a token of at least 32 characters");
    }
}
