package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MllpFrameDecoderTest {

    private static final int MAX = 8192;
    private static final String END = "\u001c\r";

    private final EmbeddedChannel channel = new EmbeddedChannel(new MllpFrameEncoder(), new MllpFrameDecoder(MAX));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void arrives(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private List<String> frames() {
        List<String> frames = new ArrayList<>();
        for (MllpFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add((frame.complete() ? "" : "head of ") + new String(frame.content(), ISO_8859_1));
        }
        return frames;
    }

    @Test
    void pipelined_blocks_come_out_in_order() {
        arrives("\u000bone" + END + "\u000btwo" + END + "\u000bthree" + END);

        assertThat(frames()).containsExactly("one", "two", "three");
    }

    @Test
    void half_a_block_waits_for_the_rest() {
        arrives("\u000bon");
        assertThat(frames()).isEmpty();
        arrives("e\u001c");
        assertThat(frames()).isEmpty();
        arrives("\r");
        assertThat(frames()).containsExactly("one");
    }

    @Test
    void half_a_block_is_dropped_when_the_connection_closes() {
        arrives("\u000bon");
        channel.finish();

        assertThat(frames()).isEmpty();
    }

    @Test
    void bytes_outside_of_blocks_are_ignored() {
        arrives("junk" + END + "\r\n\u000bone" + END + "\r\njunk\u000btwo" + END);

        assertThat(frames()).containsExactly("one", "two");
    }

    @Test
    void an_end_byte_without_return_belongs_to_the_content() {
        arrives("\u000bone\u001ctwo\u001c" + END);

        assertThat(frames()).containsExactly("one\u001ctwo\u001c");
    }

    @Test
    void a_sender_that_begins_anew_half_way_is_understood() {
        arrives("\u000bMSH|half\rPID\u000bMSH|whole" + END);
        arrives("\u000bMSH|one\u000bline" + END);

        assertThat(frames()).containsExactly("MSH|whole", "MSH|one\u000bline");
    }

    @Test
    void an_empty_block_is_a_block() {
        arrives("\u000b" + END);

        assertThat(frames()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 100_000})
    void of_a_block_that_is_too_long_the_head_is_kept_and_the_next_block_is_whole(int chunk) {
        String tooLong = "MSH|" + "x".repeat(5 * MAX);
        String bytes =
                "\u000b" + tooLong + END + "\u000b" + "y".repeat(MAX) + END + "\u000b" + "z".repeat(MAX + 1) + END;
        for (int at = 0; at < bytes.length(); at += chunk) {
            arrives(bytes.substring(at, Math.min(bytes.length(), at + chunk)));
        }

        List<String> frames = frames();
        assertThat(frames).hasSize(3);
        assertThat(frames.get(0)).startsWith("head of MSH|xxx").hasSize("head of ".length() + 4096);
        assertThat(frames.get(1)).isEqualTo("y".repeat(MAX));
        assertThat(frames.get(2)).startsWith("head of zzz");
    }

    @Test
    void a_block_without_end_is_cut_off() {
        arrives("\u000b");
        String piece = "x".repeat(MAX);
        for (int i = 0; i < 40 && channel.isOpen(); i++) {
            arrives(piece);
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void blocks_are_found_however_the_bytes_are_split() {
        Random random = new Random(20261123);
        String bytes =
                "\u000bone" + END + "x\u000b\u001ctwo\u001c" + END + "\u000b" + END + "\u000bMSH\u000bMSH|3" + END;
        for (int run = 0; run < 500; run++) {
            for (int at = 0; at < bytes.length(); ) {
                int next = Math.min(bytes.length(), at + 1 + random.nextInt(6));
                arrives(bytes.substring(at, next));
                at = next;
            }
            assertThat(frames()).containsExactly("one", "\u001ctwo\u001c", "", "MSH|3");
        }
    }

    @Test
    void what_is_encoded_can_be_decoded() {
        channel.writeOutbound(new Object[] {"one".getBytes(ISO_8859_1)});
        ByteBuf encoded = channel.readOutbound();
        assertThat(encoded.toString(ISO_8859_1)).isEqualTo("\u000bone" + END);

        channel.writeInbound(encoded);
        assertThat(frames()).containsExactly("one");
    }
}
