package dev.mimokit.core.catalog;

import java.util.List;

/** What a model's use costs, as its revision's price page prints it. */
public sealed interface Price {

  /** How the figures are known. */
  Provenance provenance();

  /** The page they stand on. */
  String source();

  /**
   * By tokens.
   *
   * @param currency {@code CNY} or {@code USD}
   * @param bands by length of input, the lowest first; a call has the price of one band throughout
   */
  record PerToken(String currency, List<Band> bands, Provenance provenance, String source)
      implements Price {

    /** Copies the bands, of which the first must begin at 0 and each later one further up. */
    public PerToken {
      bands = List.copyOf(bands);
      if (bands.isEmpty() || bands.get(0).aboveInput() != 0) {
        throw new IllegalArgumentException("the first band must begin at 0: " + bands);
      }
      for (int i = 1; i < bands.size(); i++) {
        if (bands.get(i).aboveInput() <= bands.get(i - 1).aboveInput()) {
          throw new IllegalArgumentException("bands must be in order of input: " + bands);
        }
      }
    }

    /** The band of a call with so many prompt tokens. */
    public Band band(long inputTokens) {
      Band found = bands.get(0);
      for (Band band : bands) {
        found = inputTokens > band.aboveInput() ? band : found;
      }
      return found;
    }
  }

  /** By the length of what was heard, to the second. */
  record PerAudioHour(String currency, double amount, Provenance provenance, String source)
      implements Price {}

  /** Nothing, for the time being. */
  record Free(Provenance provenance, String source) implements Price {}

  /**
   * Prices of a million tokens.
   *
   * @param aboveInput prompt tokens that a call must exceed to fall into this band
   * @param cacheHit for prompt tokens found in the cache
   * @param cacheMiss for the other prompt tokens
   * @param output for completion tokens
   */
  record Band(long aboveInput, double cacheHit, double cacheMiss, double output) {

    /** Refuses negative figures. */
    public Band {
      if (aboveInput < 0 || !(cacheHit >= 0 && cacheMiss >= 0 && output >= 0)) {
        throw new IllegalArgumentException(
            "a band must not be negative: %d, %s, %s, %s"
                .formatted(aboveInput, cacheHit, cacheMiss, output));
      }
    }
  }

  /** What is paid for; the resource says it by name. */
  enum Unit {
    MILLION_TOKENS,
    AUDIO_HOUR,
    NOTHING
  }
}
