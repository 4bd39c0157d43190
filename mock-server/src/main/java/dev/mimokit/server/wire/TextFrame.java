package dev.mimokit.server.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON in which one text changes from time to time and nothing else: what stands before and after
 * it is written once. Made from a sample that a generator wrote, so that the two cannot disagree.
 * Immutable.
 */
public final class TextFrame {

  /** What a sample has as its text. No other text of it may be the same. */
  public static final String SAMPLE = "@";

  private static final String QUOTED = '"' + SAMPLE + '"';

  private final byte[] before;
  private final byte[] after;

  /** Takes a sample apart. Refuses one in which {@link #SAMPLE} does not stand exactly once. */
  public TextFrame(byte[] sample) {
    String json = new String(sample, StandardCharsets.ISO_8859_1);
    int at = json.indexOf(QUOTED);
    if (at < 0 || json.indexOf(QUOTED, at + 1) >= 0) {
      throw new IllegalArgumentException("a sample must hold " + QUOTED + " once: " + json);
    }
    before = json.substring(0, at + 1).getBytes(StandardCharsets.ISO_8859_1);
    after = json.substring(at + QUOTED.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The JSON with that text; empty when the text has to be escaped or holds half characters. */
  public Optional<byte[]> with(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
        return Optional.empty();
      }
      ascii &= unit < 0x80;
    }
    return Optional.of(ascii ? ascii(text) : joined(text.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] ascii(String text) {
    byte[] json = framed(text.length());
    for (int i = 0; i < text.length(); i++) {
      json[before.length + i] = (byte) text.charAt(i);
    }
    return json;
  }

  private byte[] joined(byte[] text) {
    byte[] json = framed(text.length);
    System.arraycopy(text, 0, json, before.length, text.length);
    return json;
  }

  private byte[] framed(int length) {
    byte[] json = new byte[before.length + length + after.length];
    System.arraycopy(before, 0, json, 0, before.length);
    System.arraycopy(after, 0, json, before.length + length, after.length);
    return json;
  }
}
