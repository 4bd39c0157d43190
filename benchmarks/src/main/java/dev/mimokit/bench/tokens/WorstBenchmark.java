package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Run;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
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
 * What does the worst input do, and does it do worse the longer it is?
 *
 * <p>{@code ./mimokit bench tokens --jmh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class WorstBenchmark {

  /** What is repeated. */
  @Param public Run run = Run.LETTER;

  /** Bytes of UTF-8. */
  @Param({"64000", "1000000"})
  public int bytes;

  private final TokenCounter exact = ExactCounter.builtIn();
  private final TokenCounter jtokkit = Tokenizers.jtokkit();
  private String text = "";

  /** Makes the text. */
  @Setup
  public void make() {
    text = run.text(bytes);
  }

  /** Ours. */
  @Benchmark
  public long exact() {
    return exact.count(text);
  }

  /** JTokkit with our vocabulary. */
  @Benchmark
  public long jtokkit() {
    return jtokkit.count(text);
  }
}
