package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.HybridCounter;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenEstimator;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast are tokens counted exactly, by kind of text and size, here and by JTokkit?
 *
 * <p>{@code ./mimokit bench tokens --jmh}. JTokkit counts in our vocabulary, and in cl100k_base,
 * which is what it is made for and counts other tokens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class ExactBenchmark {

  private static final int TEXTS = 8;
  private static final long SEED = 20261124;
  private static final int FEW = 100;

  /** The kind of text. */
  @Param({"EN", "ZH", "JAVA", "JSON", "BASE64", "RU"})
  public Corpus.Kind kind = Corpus.Kind.EN;

  /** Characters of one text. */
  @Param({"1000", "100000", "4000000"})
  public int chars;

  private final ExactCounter exact = ExactCounter.builtIn();
  private final TokenCounter hybrid = new HybridCounter(exact, new TokenEstimator());
  private final TokenCounter jtokkit = Tokenizers.jtokkit();
  private final TokenCounter cl100k = Tokenizers.cl100k();
  private final String[] texts = new String[TEXTS];
  private final byte[][] bytes = new byte[TEXTS][];
  private int next;

  /** Draws the texts. */
  @Setup
  public void draw() {
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = Corpus.text(kind, chars, SEED + i);
      bytes[i] = texts[i].getBytes(StandardCharsets.UTF_8);
    }
  }

  private String text() {
    return texts[next++ & (TEXTS - 1)];
  }

  /** Ours. */
  @Benchmark
  public long exact() {
    return exact.count(text());
  }

  /** Ours, two threads with one counter. */
  @Benchmark
  @Threads(2)
  public long exactTwoThreads() {
    return exact.count(texts[(int) Thread.currentThread().getId() & (TEXTS - 1)]);
  }

  /** Ours, of UTF-8. */
  @Benchmark
  public long exactUtf8() {
    return exact.countUtf8(bytes[next++ & (TEXTS - 1)]);
  }

  /** Ours, only whether a text fits where it does not. */
  @Benchmark
  public long exactAtMost() {
    return exact.countAtMost(text(), FEW);
  }

  /** Ours, sampled above its bound. */
  @Benchmark
  public long hybrid() {
    return hybrid.count(text());
  }

  /** JTokkit with our vocabulary. */
  @Benchmark
  public long jtokkit() {
    return jtokkit.count(text());
  }

  /** JTokkit with cl100k_base. */
  @Benchmark
  public long cl100k() {
    return cl100k.count(text());
  }
}
