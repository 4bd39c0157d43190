package dev.mimokit.server.reply;

import dev.mimokit.server.call.Ask;
import dev.mimokit.server.call.Turn;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Randomness that a whole conversation decides: asked again, it draws the same. */
final class Draw {

  private static final long PRIME = 0x100000001B3L;

  private final SplittableRandom random;

  private Draw(long key) {
    this.random = new SplittableRandom(key);
  }

  static Draw of(long seed, String model, Ask ask) {
    long key = hash(seed ^ 0xCBF29CE484222325L, model);
    for (Turn turn : ask.turns()) {
      key = hash(hash(key, turn.role()), turn.text());
    }
    return new Draw(key);
  }

  /** FNV-1a; texts are closed by a number that no UTF-16 unit has. */
  private static long hash(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ (1L << Character.SIZE)) * PRIME;
  }

  long seed() {
    return random.nextLong();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** 24 hex digits. */
  String callId() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
  }
}
