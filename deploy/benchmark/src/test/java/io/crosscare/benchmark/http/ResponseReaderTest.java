package io.crosscare.benchmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    @Test
    void readsBodiesByTheirLengthOneAfterTheOther() throws IOException {
        ResponseReader reader = readerOf("""
            HTTP/1.1 201 Created
            content-type: application/json
            content-length: 8

            {"a":1}
            HTTP/1.1 200 OK
            Content-Length: 6

            结算\
            """);

        assertThat(reader.read()).isEqualTo(new Response(201, "{\"a\":1}\n", false));
        assertThat(reader.read()).isEqualTo(new Response(200, "结算", false));
    }

    @Test
    void joinsChunks() throws IOException {
        String answer = """
            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            4
            Wiki
            B;ext=1
            pedia in cn
            0
            Trailer: x

            HTTP/1.1 204 No Content

            """.replace("\n", "\r\n");
        ResponseReader reader = readerOf(answer);

        assertThat(reader.read().body()).isEqualTo("Wikipedia in cn");
        assertThat(reader.read())
                .as("the next answer begins where this one ended")
                .isEqualTo(new Response(204, "", false));
    }

    @Test
    void readsAnswersThatComeByteByByte() throws IOException {
        byte[] bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.UTF_8);
        ResponseReader reader = new ResponseReader(new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < bytes.length ? bytes[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                buffer[offset] = (byte) next;
                return 1;
            }
        });

        assertThat(reader.read().body()).isEqualTo("hello");
    }

    @Test
    void saysWhenTheConnectionIsNotToBeUsedAgain() throws IOException {
        assertThat(readerOf("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 0\n\n")
                        .read()
                        .isLast())
                .isTrue();
    }

    @Test
    void takesNoHalfAnswerForAWholeOne() {
        assertThatThrownBy(() ->
                        readerOf("HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf").read())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> readerOf("HTTP/1.1 200 OK\nContent-Le").read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> readerOf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n")
                        .read())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> readerOf("SSH-2.0-OpenSSH\n\n").read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> readerOf("HTTP/1.1 200 OK\n\nuntil the end").read())
                .as("no length")
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        readerOf("HTTP/1.1 200 OK\nContent-Length: -1\n\n").read())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        readerOf("HTTP/1.1 200 OK\nContent-Length: many\n\n").read())
                .isInstanceOf(IOException.class);
    }

    private static ResponseReader readerOf(String answer) {
        return new ResponseReader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }
}
