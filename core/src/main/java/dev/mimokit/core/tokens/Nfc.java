package dev.mimokit.core.tokens;

import java.text.Normalizer;

/** Unicode's canonical composition, for text that may need it. */
final class Nfc {

  private Nfc() {}

  /** The first units in NFC; a lone surrogate stays one unit. */
  static char[] of(char[] units, int length) {
    String text = new String(units, 0, length);
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text.toCharArray()
        : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
  }
}
