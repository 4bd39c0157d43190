package dev.mimokit.bench.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.mimokit.bench.ratio.UnavailableException;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The exact counter against Hugging Face's own tokenizer, which shares no line with it: the second
 * oracle. Skipped, and said so, where the native library does not run.
 */
class DjlOracleTest {

  private static final long SEED = 20_261_124L;
  private static final int STRINGS = 1_000;
  private static final int LONGEST = 60;

  /** Letters of one kind: code points from, to, from, to, both ends included. */
  private enum Letters {
    ENGLISH('a', 'z', ' ', ' ', 'A', 'Z'),
    DIGITS('0', '9', '.', '.'),
    PUNCTUATION('!', '/', ':', '@', '[', '`', '{', '~'),
    WHITE(' ', ' ', '\t', '\n', '\r', '\r', 'a', 'b'),
    LATIN(0xC0, 0x24F),
    MARKS('a', 'e', 0x300, 0x36F),
    GREEK(0x370, 0x3FF),
    CYRILLIC(0x400, 0x4FF, ' ', ' '),
    HEBREW(0x5D0, 0x5EA, 0x5B0, 0x5BD),
    ARABIC(0x620, 0x64A, ' ', ' ', 0x660, 0x669),
    DEVANAGARI(0x900, 0x97F, ' ', ' '),
    BENGALI(0x980, 0x9FF),
    TAMIL(0xB80, 0xBFF),
    THAI(0xE01, 0xE5B),
    GEORGIAN(0x10A0, 0x10FF),
    JAMO(0x1100, 0x11FF),
    HANGUL(0xAC00, 0xD7A3, ' ', ' '),
    KANA(0x3041, 0x30FF),
    HAN(0x4E00, 0x9FFF),
    HAN_BEYOND(0x20000, 0x2A6DF),
    EMOJI(0x1F300, 0x1F64F, 0x200D, 0x200D, 0xFE0F, 0xFE0F),
    SYMBOLS(0x2000, 0x2BFF),
    CODE('a', 'z', '{', '}', '(', ')', ';', ';', '\n', '\n', ' ', ' ', '_', '_', '0', '9');

    private final String ranges;

    Letters(int... ranges) {
      this.ranges = new String(ranges, 0, ranges.length);
    }

    String text(SplittableRandom random) {
      StringBuilder text = new StringBuilder();
      int[] bounds = ranges.codePoints().toArray();
      int length = random.nextInt(1, LONGEST);
      for (int i = 0; i < length; i++) {
        int range = 2 * random.nextInt(bounds.length / 2);
        text.appendCodePoint(random.nextInt(bounds[range], bounds[range + 1] + 1));
      }
      return text.toString();
    }
  }

  private static TokenCounter oracle = text -> 0;

  @BeforeAll
  static void load() {
    try {
      oracle = DjlTokenizer.load();
    } catch (UnavailableException e) {
      abort(e.getMessage());
    }
  }

  @TestFactory
  Stream<DynamicTest> counts_as_the_other_tokenizer_does() {
    return Arrays.stream(Letters.values())
        .map(letters -> DynamicTest.dynamicTest(letters + ", seed " + SEED, () -> check(letters)));
  }

  @TestFactory
  Stream<DynamicTest> counts_random_unicode_as_the_other_tokenizer_does() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "seed " + SEED,
            () -> {
              SplittableRandom random = new SplittableRandom(SEED);
              for (int i = 0; i < STRINGS; i++) {
                StringBuilder text = new StringBuilder();
                for (int k = random.nextInt(LONGEST); k >= 0; k--) {
                  text.appendCodePoint(assigned(random));
                }
                same(text.toString());
              }
            }));
  }

  /**
   * Both sides must know the letter: Unicode goes on, and the JDK's and Rust's are of two dates.
   */
  private static int assigned(SplittableRandom random) {
    while (true) {
      int point = random.nextInt(Character.MAX_CODE_POINT + 1);
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (Character.isDefined(point) && !surrogate) {
        return point;
      }
    }
  }

  private static void check(Letters letters) {
    SplittableRandom random = new SplittableRandom(SEED + letters.name().hashCode());
    for (int i = 0; i < STRINGS; i++) {
      same(letters.text(random));
    }
  }

  private static void same(String text) {
    assertThat(ExactCounter.builtIn().count(text)).as(text).isEqualTo(oracle.count(text));
  }
}
