package dev.mimokit.core.tokens;

import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Counts tokens exactly as the Qwen2 family's tokenizer makes them: text in NFC, cut into pieces,
 * each piece merged by byte pairs. Immutable and thread-safe; allocates next to nothing.
 *
 * <p>Text is taken in stretches of some thousand characters, cut where neither the pre-tokenizer's
 * expression nor NFC looks across, so that memory does not grow with the text but with its longest
 * piece. Time is proportional to the text, whatever it holds.
 *
 * <p>Text that is not Unicode is counted too: each lone surrogate, and each byte that begins no
 * whole UTF-8 sequence, as one U+FFFD. Markers such as {@code <|im_end|>} are ordinary text.
 */
public final class ExactCounter implements TokenCounter {

  /** A stretch fits the processor's nearest caches, with what is made of it. */
  private static final int STRETCH = 4096;

  /** What a search learns is true of one vocabulary, so each counter has its own. */
  private final ThreadLocal<Stretch> stretches =
      ThreadLocal.withInitial(() -> new Stretch(STRETCH, new Encoder.Search()));

  private final Encoder encoder;
  private final Words words;

  /** Counts in a vocabulary; takes some milliseconds, so keep and share the instance. */
  public ExactCounter(Vocabulary vocabulary) {
    encoder = new Encoder(vocabulary);
    words = Words.of(vocabulary);
  }

  /** The counter of {@link Vocabulary#builtIn()}: loaded when first asked for, then shared. */
  public static ExactCounter builtIn() {
    return BuiltIn.COUNTER;
  }

  @Override
  public long count(CharSequence text) {
    return upTo(Long.MAX_VALUE, text, done -> {});
  }

  /**
   * The same, saying on the way how far it has come.
   *
   * @param done is told the UTF-16 units that are counted, every few thousand of them
   */
  public long count(CharSequence text, LongConsumer done) {
    return upTo(Long.MAX_VALUE, text, done);
  }

  @Override
  public boolean isExact(CharSequence text) {
    return true;
  }

  /**
   * Whether a text fits, without counting further than that: its tokens if they are at most {@code
   * limit}, else {@code limit + 1}.
   *
   * @param limit at least 0
   */
  public long countAtMost(CharSequence text, long limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must not be negative: " + limit);
    }
    return limit == Long.MAX_VALUE
        ? count(text)
        : Math.min(upTo(limit, text, done -> {}), limit + 1);
  }

  /** Tokens of UTF-8 bytes, the same as of the decoded text. */
  public long countUtf8(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (Utf8Check.isPlain(bytes, offset, offset + length)) {
      return pieces(bytes, offset, offset + length, Long.MAX_VALUE, stretches.get().search());
    }
    StringBuilder text = new StringBuilder(length);
    Utf8.decode(bytes, offset, length, text::append);
    return count(text);
  }

  /** Tokens of UTF-8 bytes, the same as of the decoded text. */
  public long countUtf8(byte[] bytes) {
    return countUtf8(bytes, 0, bytes.length);
  }

  private long upTo(long limit, CharSequence text, LongConsumer done) {
    Stretch stretch = stretches.get();
    long count = 0;
    for (int at = 0; at < text.length() && count <= limit; ) {
      int end = Stretch.end(text, at, STRETCH);
      if (end - at > STRETCH) {
        stretch = new Stretch(end - at, stretch.search());
      }
      int bytes = stretch.take(text, at, end);
      count += pieces(stretch.bytes(), 0, bytes, limit - count, stretch.search());
      at = end;
      done.accept(end);
    }
    return count;
  }

  private long pieces(byte[] text, int from, int to, long limit, Encoder.Search search) {
    long count = 0;
    for (int at = from; at < to && count <= limit; ) {
      int word = words.length(text, at, to);
      if (word > 0) {
        count++;
        at += word;
      } else {
        int end = word < 0 ? at - word : Pieces.end(text, at, to);
        count += encoder.count(text, at, end, search);
        at = end;
      }
    }
    return count;
  }

  private static final class BuiltIn {

    static final ExactCounter COUNTER = new ExactCounter(Vocabulary.builtIn());
  }
}
