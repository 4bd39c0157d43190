package dev.mimokit.bench.tokens;

import dev.mimokit.bench.corpus.Corpus;
import dev.mimokit.bench.corpus.Corpus.Kind;
import dev.mimokit.bench.corpus.Run;
import dev.mimokit.bench.ratio.Label;
import dev.mimokit.bench.ratio.Question;
import dev.mimokit.bench.ratio.Question.FirstUse;
import dev.mimokit.bench.ratio.Question.Race;
import dev.mimokit.bench.ratio.Question.Sense;
import dev.mimokit.bench.ratio.Question.Weighing;
import dev.mimokit.bench.ratio.Scales;
import dev.mimokit.bench.ratio.Sides;
import dev.mimokit.bench.ratio.Work;
import dev.mimokit.bench.row.Target;
import dev.mimokit.core.time.NanoClock;
import dev.mimokit.core.tokens.ExactCounter;
import dev.mimokit.core.tokens.TokenCounter;
import dev.mimokit.core.tokens.TokenEstimator;
import dev.mimokit.core.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * How fast tokens are counted beside other tokenizers with the same vocabulary, how fast they are
 * estimated beside reading alone, what the worst input does, and how long the vocabulary loads. How
 * far estimates are off takes a corpus that is not here: see docs/tokens.md.
 */
public final class TokenQuestions {

  /** Of one text, in UTF-16 units: a long prompt. */
  private static final int CHARS = 100_000;

  private static final int TEXTS = 8;
  private static final long SEED = 20261124;

  /** Of one text of a run, in bytes of UTF-8. */
  private static final int MEGABYTE = 1_000_000;

  private static final int FEW = 10;

  private static final Once JTOKKIT = new Once(Tokenizers::jtokkit);
  private static final Once DJL = new Once(DjlTokenizer::load);

  private static final Map<Kind, Optional<Target>> BY_JTOKKIT = byJtokkit();

  private TokenQuestions() {}

  private static Map<Kind, Optional<Target>> byJtokkit() {
    Map<Kind, Optional<Target>> wanted = new LinkedHashMap<>();
    wanted.put(Kind.EN, Optional.of(Target.atLeast(8)));
    wanted.put(Kind.JAVA, Optional.of(Target.atLeast(8)));
    wanted.put(Kind.ZH, Optional.of(Target.atLeast(4)));
    wanted.put(Kind.BASE64, Optional.of(Target.atLeast(4)));
    wanted.put(Kind.JSON, Optional.empty());
    wanted.put(Kind.RU, Optional.empty());
    return wanted;
  }

  /** All of them. */
  public static List<Question> all() {
    List<Question> all = new ArrayList<>();
    BY_JTOKKIT.forEach((kind, target) -> all.add(byJtokkit(kind, target)));
    for (Kind kind : List.of(Kind.EN, Kind.ZH)) {
      all.add(exact("cl100k", kind, Optional.empty(), Tokenizers::cl100k));
      all.add(exact("djl", kind, Optional.of(Target.atLeast(12)), DJL::get));
    }
    for (Kind kind : Kind.values()) {
      all.add(estimator(kind));
    }
    all.add(estimatorBytes());
    all.add(load());
    for (Run run : Run.values()) {
      all.add(worst(run));
      all.add(doubled(run));
    }
    return List.copyOf(all);
  }

  /** Made once in a fork, as loading takes long. */
  private static final class Once {

    private final Supplier<TokenCounter> maker;
    private Optional<TokenCounter> made = Optional.empty();

    Once(Supplier<TokenCounter> maker) {
      this.maker = maker;
    }

    TokenCounter get() {
      TokenCounter counter = made.orElseGet(maker);
      made = Optional.of(counter);
      return counter;
    }
  }

  private static Question byJtokkit(Kind kind, Optional<Target> target) {
    return exact("jtokkit", kind, target, JTOKKIT::get);
  }

  private static Question exact(
      String rival, Kind kind, Optional<Target> target, Supplier<TokenCounter> counter) {
    String fork = "tokens/exact-" + rival;
    Label label = Label.of(fork + "/" + id(kind), "x " + rival).in(fork);
    return new Race(
        target.map(label::against).orElse(label),
        Sense.SPEED,
        1,
        () -> {
          List<String> texts = texts(kind);
          TokenCounter ours = ExactCounter.builtIn();
          TokenCounter theirs = counter.get();
          return new Sides(Work.on(texts, ours::count), Work.on(texts, theirs::count));
        });
  }

  private static Question estimator(Kind kind) {
    return new Race(
        Label.of("tokens/estimator/" + id(kind), "x charAt").against(Target.atLeast(0.25)),
        Sense.SPEED,
        1,
        () -> {
          List<String> texts = texts(kind);
          return new Sides(Work.on(texts, estimate()), Work.on(texts, Tokenizers::sumOfChars));
        });
  }

  private static ToLongFunction<String> estimate() {
    TokenEstimator estimator = new TokenEstimator();
    return estimator::tokens;
  }

  private static Question estimatorBytes() {
    return new Weighing(
        Label.of("tokens/estimator-bytes", "B/char").against(Target.atMost(0.001)),
        () -> Scales.allocated(Work.on(texts(Kind.EN), estimate()), FEW) / CHARS);
  }

  /** The first use of the vocabulary in a JVM that has done nothing else. */
  private static Question load() {
    return new FirstUse(
        Label.of("tokens/load", "ms").against(Target.atMost(150)),
        () -> {
          NanoClock clock = NanoClock.system();
          long before = clock.nanoTime();
          int size = Vocabulary.builtIn().size();
          return size == 0 ? 0 : (clock.nanoTime() - before) / 1e6;
        });
  }

  private static Question worst(Run run) {
    return new Race(
        Label.of("tokens/worst/" + id(run), "x English")
            .in("tokens/worst")
            .against(Target.atMost(15)),
        Sense.COST,
        1,
        () -> exactly(run.text(MEGABYTE), Corpus.text(Kind.EN, MEGABYTE, SEED)));
  }

  private static Question doubled(Run run) {
    return new Race(
        Label.of("tokens/doubled/" + id(run), "t(2n)/t(n)")
            .in("tokens/doubled")
            .against(Target.atMost(2.6)),
        Sense.COST,
        1,
        () -> exactly(run.text(MEGABYTE), run.text(MEGABYTE / 2)));
  }

  private static Sides exactly(String subject, String other) {
    TokenCounter counter = ExactCounter.builtIn();
    return new Sides(
        Work.on(List.of(subject), counter::count), Work.on(List.of(other), counter::count));
  }

  private static List<String> texts(Kind kind) {
    return IntStream.range(0, TEXTS).mapToObj(i -> Corpus.text(kind, CHARS, SEED + i)).toList();
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
