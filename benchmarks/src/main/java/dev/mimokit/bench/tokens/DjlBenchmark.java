package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.bench.ratio.UnavailableException;
import dev.mimokit.core.tokens.TokenCounter;
import java.util.Optional;
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
 * How fast does Hugging Face's tokenizer count in our vocabulary, called through DJL?
 *
 * <p>{@code ./mimokit bench tokens --jmh}. It is native code and stands apart from {@link
 * ExactBenchmark}, because it does not run everywhere.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class DjlBenchmark {

  private static final long SEED = 20261124;

  /** The kind of text. */
  @Param({"EN", "ZH", "JAVA", "BASE64"})
  public Corpus.Kind kind = Corpus.Kind.EN;

  /** Characters of one text. */
  @Param({"1000", "100000"})
  public int chars;

  private TokenCounter djl = Tokenizers.charsByFour();
  private String text = "";

  /** Why it cannot run on this machine; empty when it can. Takes some seconds. */
  public static Optional<String> unavailable() {
    try {
      return DjlTokenizer.load().count("a") == 1
          ? Optional.empty()
          : Optional.of("DJL tokenizers do not count in our vocabulary");
    } catch (UnavailableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Loads it and draws the text. */
  @Setup
  public void load() {
    djl = DjlTokenizer.load();
    text = Corpus.text(kind, chars, SEED);
  }

  /** DJL. */
  @Benchmark
  public long djl() {
    return djl.count(text);
  }
}
