package dev.mimokit.core.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairMergingTest {

  private static final long SEED = 20261128;

  private final Merges merges = Vocabulary.builtIn().merges();
  private final Encoder encoder = new Encoder(Vocabulary.builtIn());
  private final PairMerging merging = new PairMerging();

  @Test
  void merges_to_what_the_search_finds() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50_000; round++) {
      int length = 2 + random.nextInt(PairMerging.MOST - 1);
      int letters = 1 + random.nextInt(52);
      byte[] text = new byte[length];
      for (int i = 0; i < length; i++) {
        int letter = random.nextInt(letters);
        text[i] = (byte) (letter < 26 ? 'a' + letter : 'A' + letter - 26);
      }

      assertThat(merging.count(text, 0, length, merges))
          .as("seed %s, round %s: %s", SEED, round, new String(text, StandardCharsets.US_ASCII))
          .isEqualTo(encoder.count(text, 0, length, new Encoder.Search()));
    }
  }
}
