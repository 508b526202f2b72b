package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;

/** However a stream is cut into packets, it holds the same blocks; none is longer than allowed. */
class MllpFrameDecoderFuzzTest {

    private static final int MAX_FRAME = 4096;

    /** After so much without an end the connection is closed, which cuts of one stream do at different bytes. */
    private static final int LONGEST = 16 * MAX_FRAME;

    static Stream<byte[]> streams() {
        return Stream.of(
                        "\u0001junk\u000bMSH|^~\\&|A\u001c\r\u000bMSH|2\u001c\r",
                        "\u0003\u000bMSH|half\u000bMSH|^~\\&|whole\u001c\rrest",
                        "\u0002\u000bx\u001cy\u001c\u001c\r\u000b\u001c\r",
                        "\u003f\u000b" + "a".repeat(5000) + "\u001c\r\u000bMSH|next\u001c\r",
                        "\u003f\u000b" + "a".repeat(70_000))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("streams")
    @FuzzTest
    void a_stream_holds_the_same_blocks_however_it_is_cut(byte[] stream) throws Exception {
        Bounded.inTime(() -> check(stream));
    }

    private static void check(byte[] stream) {
        if (stream.length > LONGEST) {
            return;
        }
        int packet = stream.length == 0 ? 1 : 1 + (stream[0] & 0xFF);

        List<MllpFrame> cut = blocks(stream, packet);

        assertThat(cut).allMatch(frame -> frame.content().length <= MAX_FRAME);
        assertThat(words(cut)).isEqualTo(words(blocks(stream, Math.max(1, stream.length))));
    }

    private static List<String> words(List<MllpFrame> frames) {
        return frames.stream()
                .map(frame -> frame.complete() + " " + new String(frame.content(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<MllpFrame> blocks(byte[] stream, int packet) {
        EmbeddedChannel channel = new EmbeddedChannel(new MllpFrameDecoder(MAX_FRAME));
        for (int from = 0; from < stream.length && channel.isOpen(); from += packet) {
            byte[] next = Arrays.copyOfRange(stream, from, Math.min(stream.length, from + packet));
            channel.writeInbound(Unpooled.wrappedBuffer(next));
        }
        List<MllpFrame> frames = new ArrayList<>();
        for (MllpFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        channel.finishAndReleaseAll();
        return frames;
    }
}
