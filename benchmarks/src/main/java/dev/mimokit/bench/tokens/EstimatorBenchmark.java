package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.core.tokens.TokenEstimator;
import java.nio.CharBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast is the token estimate, by kind of text and size?
 *
 * <p>{@code ./mimokit bench tokens --jmh}, with few iterations {@code --quick} too.
 *
 * <p>The floor reads every character once and adds it up; it states what memory allows. The
 * contender is the usual rule of thumb, four characters a token: it costs nothing and is wrong by a
 * factor on most text, so it bounds the price of being right. Eight different texts take turns,
 * because one repeated text flatters a table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class EstimatorBenchmark {

  private static final int TEXTS = 8;
  private static final int PIECE = 64;
  private static final long SEED = 20261123;

  /** The kind of text. */
  @Param({"EN", "ZH", "JAVA", "JSON", "BASE64"})
  public Corpus.Kind kind = Corpus.Kind.EN;

  /** Characters of one text. */
  @Param({"1000", "100000", "4000000"})
  public int chars;

  private final TokenEstimator estimator = new TokenEstimator();
  private final String[] texts = new String[TEXTS];
  private int next;

  /** Draws the texts. */
  @Setup
  public void draw() {
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = Corpus.text(kind, chars, SEED + i);
    }
  }

  private String text() {
    return texts[next++ & (TEXTS - 1)];
  }

  /** The floor: the sum of all characters. */
  @Benchmark
  public long floorChars() {
    String text = text();
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum;
  }

  /** The rule of thumb. */
  @Benchmark
  public long charsByFour() {
    return (text().length() + 3L) / 4;
  }

  /** Our estimate. */
  @Benchmark
  public long estimate() {
    return estimator.tokens(text());
  }

  /** Our estimate of a text that arrives in pieces of {@value #PIECE} characters. */
  @Benchmark
  public long estimateStreaming() {
    String text = text();
    TokenEstimator.Accumulator sum = estimator.accumulator();
    for (int from = 0; from < text.length(); from += PIECE) {
      sum.add(CharBuffer.wrap(text, from, Math.min(from + PIECE, text.length())));
    }
    return sum.estimate().tokens();
  }
}
