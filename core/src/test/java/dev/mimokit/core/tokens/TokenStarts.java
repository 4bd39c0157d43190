package dev.mimokit.core.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How many tokens start at each UTF-16 unit of a text in NFC: merged naively, piece by piece. */
final class TokenStarts {

  private static final int KEPT = 2_000_000;

  private final Merges merges = Vocabulary.builtIn().merges();
  private final Map<String, byte[]> known = new HashMap<>();

  /** One number a unit; their sum is the exact count. */
  byte[] of(String text) {
    byte[] starts = new byte[text.length()];
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int unit = 0;
    for (int at = 0; at < bytes.length; ) {
      int end = Pieces.end(bytes, at, bytes.length);
      String piece = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      byte[] inside = known.get(piece);
      if (inside == null) {
        inside = piece(piece, Arrays.copyOfRange(bytes, at, end));
        if (piece.length() < 40 && known.size() < KEPT) {
          known.put(piece, inside);
        }
      }
      System.arraycopy(inside, 0, starts, unit, Math.min(inside.length, starts.length - unit));
      unit += inside.length;
      at = end;
    }
    return starts;
  }

  private byte[] piece(String text, byte[] bytes) {
    int[] symbols = new int[bytes.length];
    int[] at = new int[bytes.length];
    int count = bytes.length;
    for (int i = 0; i < count; i++) {
      symbols[i] = bytes[i] & 0xFF;
      at[i] = i;
    }
    while (true) {
      int best = Merges.NONE;
      int where = -1;
      for (int i = 0; i + 1 < count; i++) {
        int made = merges.made(symbols[i], symbols[i + 1]);
        if (made < best) {
          best = made;
          where = i;
        }
      }
      if (where < 0) {
        return units(text, at, count);
      }
      symbols[where] = best;
      System.arraycopy(symbols, where + 2, symbols, where + 1, count - where - 2);
      System.arraycopy(at, where + 2, at, where + 1, count - where - 2);
      count--;
    }
  }

  private static byte[] units(String text, int[] at, int count) {
    byte[] starts = new byte[text.length()];
    int place = 0;
    int token = 0;
    for (int unit = 0; unit < starts.length; unit++) {
      char c = text.charAt(unit);
      place += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
      while (token < count && at[token] < place) {
        starts[unit]++;
        token++;
      }
    }
    return starts;
  }
}
