package dev.mimokit.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import dev.mimokit.server.media.SampleFile.Film;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: an answer, never an exception, and memory in proportion to what was sent. */
class HostileMediaTest {

  private static final MediaReader READER = new MediaReader(AssumedMedia.PRESET);
  private static final Film FILM = new Film(2, 64, 64, true);
  private static final int MEGA = 1024 * 1024;

  /** Copies of the base64 text, its bytes and a chunk of them; the rest is small objects. */
  private static final long MEMORY_PER_CHARACTER = 12;

  private static final long MEMORY_ALWAYS = MEGA;

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("image/jpeg", SampleFile.picture("jpg", 20, 10)),
        arguments("image/png", SampleFile.picture("png", 20, 10)),
        arguments("image/gif", SampleFile.picture("gif", 20, 10)),
        arguments("image/bmp", SampleFile.picture("bmp", 20, 10)),
        arguments("image/webp", SampleFile.webp(20, 10)),
        arguments("audio/wav", SampleFile.wav(0.01)),
        arguments("audio/flac", SampleFile.flac(8000, 1)),
        arguments("audio/ogg", SampleFile.vorbis(8000, 1)),
        arguments("audio/ogg", SampleFile.opus(1, 2)),
        arguments("audio/mp4", SampleFile.mp4(new Film(3, 0, 0, true))),
        arguments("audio/mpeg", SampleFile.mp3(2)),
        arguments("video/mp4", SampleFile.mp4(FILM)),
        arguments("video/avi", SampleFile.avi(FILM)),
        arguments("video/wmv", SampleFile.wmv(FILM)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void answers_for_a_file_cut_anywhere(String mime, byte[] file) {
    for (int length = 1; length < file.length; length++) {
      answer(mime, Arrays.copyOf(file, length));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void answers_for_a_file_with_any_byte_turned(String mime, byte[] file) {
    for (int at = 0; at < file.length; at++) {
      for (byte wrong : new byte[] {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF}) {
        byte[] turned = file.clone();
        turned[at] = wrong;
        answer(mime, turned);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void answers_for_noise_behind_a_good_beginning(String mime, byte[] file) {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      byte[] noisy = file.clone();
      for (int i = 0; i < 8; i++) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      }
      answer(mime, noisy);
    }
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        arguments("64 MB of text, packed", "image/png", pngWith(packed(64 * MEGA))),
        arguments("a box of 2 GB", "video/mp4", ftyp(claim("moov", 0x7FFF_FFFF))),
        arguments("boxes in boxes", "video/mp4", ftyp(repeat("\0\u000f\0\0moov"))),
        arguments("boxes side by side", "video/mp4", ftyp(repeat("\0\0\0\bmoov"))),
        arguments("lists in lists", "video/avi", riff("AVI ", "LIST\0\0\u000f\0hdrl")),
        arguments("streams by the million", "video/avi", riff("AVI ", "strh\u0004\0\0\0abcd")),
        arguments("a chunk of 2 GB", "audio/wav", riff("WAVE", "fmt \u00ff\u00ff\u00ff\u007f")),
        arguments("pictures in a picture", "image/webp", riff("WEBP", "VP8X\n\0\0\0..........")),
        arguments("a segment by the million", "image/jpeg", jpeg("\u00ff\u00c0\0\u0008......")),
        arguments("frames by the million", "audio/mpeg", repeat("\u00ff\u00f3\u0010\u00c4")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void takes_memory_in_proportion(String name, String mime, byte[] file) {
    String url = url(mime, file);
    MediaPart part = new MediaPart(kind(mime), url);
    READER.read(part);

    long before = allocated();
    MediaReading reading = READER.read(part);

    assertThat(allocated() - before)
        .as("%s: %s", name, reading)
        .isLessThan(MEMORY_ALWAYS + MEMORY_PER_CHARACTER * url.length());
  }

  @Test
  void counts_a_picture_of_a_billion_pixels_across_without_drawing_it() {
    byte[] picture = SampleFile.picture("png", 64, 64);
    System.arraycopy(new byte[] {0x3B, (byte) 0x9A, (byte) 0xCA, 0}, 0, picture, 16, 4);

    assertThat(answer("image/png", picture))
        .isInstanceOfSatisfying(
            MediaTokens.class, tokens -> assertThat(tokens.image()).isBetween(1L, 8192L));
  }

  @Test
  void refuses_sides_and_lengths_below_zero_and_beyond_a_day() {
    byte[] picture = SampleFile.picture("png", 64, 64);
    picture[16] = (byte) 0xFF;

    assertThat(answer("image/png", picture))
        .isEqualTo(new MediaRefusal("image has no readable PNG header: cut short or broken"));
    assertThat(answer("video/mp4", SampleFile.mp4(new Film(4_000_000, 64, 64, true))))
        .isEqualTo(new MediaRefusal("video must not be longer than 86400 seconds: 4000000"));
  }

  private static MediaReading answer(String mime, byte[] file) {
    MediaReading reading = READER.read(new MediaPart(kind(mime), url(mime, file)));
    if (reading instanceof MediaTokens tokens) {
      assertThat(tokens.total()).isBetween(0L, 1_000_000L);
    }
    return reading;
  }

  private static MediaKind kind(String mime) {
    return switch (mime.charAt(0)) {
      case 'i' -> MediaKind.IMAGE;
      case 'a' -> MediaKind.AUDIO;
      default -> MediaKind.VIDEO;
    };
  }

  private static String url(String mime, byte[] file) {
    return "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(file);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] pngWith(byte[] packed) {
    byte[] head = Arrays.copyOf(SampleFile.picture("png", 64, 64), 33);
    byte[] size = ByteBuffer.allocate(4).putInt(packed.length + 3).array();
    return SampleFile.join(head, size, text("zTXta\0\0"), packed, new byte[4]);
  }

  private static byte[] packed(int zeros) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] packed = new byte[MEGA];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static byte[] ftyp(byte[] rest) {
    return SampleFile.join(SampleFile.box("ftyp", text("isom")), rest);
  }

  private static byte[] claim(String type, int size) {
    return SampleFile.join(new byte[] {(byte) (size >>> 24), -1, -1, -1}, text(type));
  }

  private static byte[] riff(String form, String repeated) {
    return SampleFile.riff(form, repeat(repeated));
  }

  private static byte[] jpeg(String repeated) {
    return SampleFile.join(text("\u00ff\u00d8"), repeat(repeated));
  }

  private static byte[] repeat(String part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (out.size() < MEGA) {
      out.writeBytes(text(part));
    }
    return out.toByteArray();
  }

  private static byte[] text(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }
}
