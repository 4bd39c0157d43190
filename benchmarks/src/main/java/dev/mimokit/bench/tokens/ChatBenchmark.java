package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.bench.corpus.Corpus.Kind;
import dev.mimokit.core.tokens.ChatTokens;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenEstimator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the prompt of a usual chat cost to count: 20 messages and 5 tools?
 *
 * <p>{@code ./mimokit bench tokens --jmh}. Messages are of 50 to 2,000 characters in English and
 * Chinese, tools are JSON of 600.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class ChatBenchmark {

  private static final int MESSAGES = 20;
  private static final int TOOLS = 5;
  private static final int TOOL_CHARS = 600;
  private static final long SEED = 20261127;

  private final List<String> texts =
      Stream.concat(
              IntStream.range(0, MESSAGES).mapToObj(ChatBenchmark::message),
              IntStream.range(0, TOOLS)
                  .mapToObj(i -> Corpus.text(Kind.JSON, TOOL_CHARS, SEED - 1 - i)))
          .toList();

  private final TokenCounter exact = ExactCounter.builtIn();
  private final TokenCounter estimate = new TokenEstimator()::tokens;

  private static String message(int number) {
    int chars = 50 + number * 1_950 / (MESSAGES - 1);
    return Corpus.text(number % 3 == 0 ? Kind.ZH : Kind.EN, chars, SEED + number);
  }

  /** Exactly. */
  @Benchmark
  public long exact() {
    return prompt(exact);
  }

  /** Estimated. */
  @Benchmark
  public long estimate() {
    return prompt(estimate);
  }

  private long prompt(TokenCounter counter) {
    long content = 0;
    for (String text : texts) {
      content += counter.count(text);
    }
    return ChatTokens.prompt(content, MESSAGES, true);
  }
}
