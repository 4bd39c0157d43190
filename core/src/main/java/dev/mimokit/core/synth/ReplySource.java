package dev.mimokit.core.synth;

import java.util.SplittableRandom;

/**
 * Invents replies: the same seed, model and prompt always give the same one. Immutable and
 * thread-safe.
 *
 * <p>The text is plainly synthetic – small sentences about rivers and lanterns – in the language of
 * the prompt, where that is one of ten that are known here, else in English. Each piece is one
 * token of the Qwen2.5 vocabulary, so its usage is exact without counting: 200,000 and 300,000
 * random triples of sentences were counted and none had another number of tokens than pieces.
 *
 * @param seed of the run; another seed gives other replies
 */
public record ReplySource(long seed) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 131_072;

  private static final long LENGTH = 1;
  private static final long REASONING = 2;
  private static final long CONTENT = 3;

  /** A reply of drawn length, thinking included. */
  public Reply reply(String model, String prompt) {
    return reply(model, prompt, length(model, prompt));
  }

  /** A reply of exactly the given length. */
  public Reply reply(String model, String prompt, ReplyLength length) {
    long key = key(model, prompt);
    Sentences sentences = Tongue.of(prompt);
    return new Reply(
        sentences.write(length.reasoning(), random(key, REASONING)),
        sentences.write(length.content(), random(key, CONTENT)));
  }

  /** The length {@link #reply(String, String)} gives. */
  public ReplyLength length(String model, String prompt) {
    return length(model, prompt, LengthLaw.DEFAULT);
  }

  /**
   * A length drawn by another law; the same draws, so that a longer median gives longer replies.
   */
  public ReplyLength length(String model, String prompt, LengthLaw law) {
    SplittableRandom random = random(key(model, prompt), LENGTH);
    return new ReplyLength(
        lognormal(law.medianReasoning(), law.sigma(), random),
        lognormal(law.medianContent(), law.sigma(), random));
  }

  private static int lognormal(double median, double sigma, SplittableRandom random) {
    long drawn = Math.round(median * StrictMath.exp(sigma * normal(random)));
    return (int) Math.min(LONGEST, Math.max(SHORTEST, drawn));
  }

  /** Box-Muller in strict arithmetic: the same on every machine and JDK. */
  private static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private static SplittableRandom random(long key, long stream) {
    return new SplittableRandom(key + stream * 0x9E3779B97F4A7C15L);
  }

  private long key(String model, String prompt) {
    return hash(hash(seed, model), prompt);
  }

  /** FNV-1a over UTF-16 units, closed by one that no text ends with. */
  private static long hash(long start, String text) {
    long hash = start ^ 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return (hash ^ (1L << Character.SIZE)) * 0x100000001B3L;
  }
}
