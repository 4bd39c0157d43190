package dev.mimokit.server.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * JSON in which one text changes, and one number behind it, and nothing else: what stands around
 * them is written once. Made from a sample that a generator wrote, so that the two cannot disagree.
 * Immutable.
 *
 * <pre>
 *   {"text":"@","created":-1,"id":"a"}     the sample
 *   {"text":"hello","created":1795,"id":"a"}
 * </pre>
 */
public final class TextFrame {

  /** What a sample has as its text. No other text of it may be the same. */
  public static final String SAMPLE = "@";

  /** What a sample has as its number, a member that is not its object's last. */
  public static final long SAMPLE_NUMBER = -1;

  /** Bytes by which the next text may be longer. */
  private static final int SPARE = 32;

  private static final String QUOTED = '"' + SAMPLE + '"';
  private static final String NUMBERED = ":" + SAMPLE_NUMBER + ",";

  private final byte[] before;
  private final byte[] between;
  private final byte[] after;

  /** Takes a sample apart. Refuses one in which text and number do not stand exactly once. */
  public TextFrame(byte[] sample) {
    String json = new String(sample, StandardCharsets.ISO_8859_1);
    int text = only(QUOTED, json, 0) + 1;
    int number = only(NUMBERED, json, text) + 1;
    before = bytes(json.substring(0, text));
    between = bytes(json.substring(text + SAMPLE.length(), number));
    after = bytes(json.substring(number + NUMBERED.length() - 2));
  }

  private static int only(String part, String json, int from) {
    int at = json.indexOf(part);
    if (at < from || json.indexOf(part, at + 1) >= 0) {
      throw new IllegalArgumentException(
          "a sample must hold " + QUOTED + " once, then " + NUMBERED + " once: " + json);
    }
    return at;
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether a text can stand in a frame: nothing has to be escaped, and no character is halved. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The JSON with that text, which {@link #isPlain}, and that number, which is not negative; ready
   * to be read.
   *
   * @param room a buffer of the heap to write it in, whatever is in it; another is made if it is
   *     too small
   */
  public ByteBuffer with(String text, long number, ByteBuffer room) {
    int bytes = utf8(text);
    int digits = digits(number);
    int size = before.length + bytes + between.length + digits + after.length;
    ByteBuffer json = size <= room.capacity() ? room.clear() : ByteBuffer.allocate(size + SPARE);
    json.put(before);
    if (bytes == text.length()) {
      putAscii(text, json);
    } else {
      json.put(text.getBytes(StandardCharsets.UTF_8));
    }
    json.put(between);
    putDigits(number, digits, json);
    return json.put(after).flip();
  }

  private static int utf8(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    return bytes;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static void putAscii(String text, ByteBuffer json) {
    for (int i = 0; i < text.length(); i++) {
      json.put((byte) text.charAt(i));
    }
  }

  private static void putDigits(long number, int digits, ByteBuffer json) {
    int begin = json.position();
    long rest = number;
    for (int i = begin + digits - 1; i >= begin; i--) {
      json.put(i, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    json.position(begin + digits);
  }
}
