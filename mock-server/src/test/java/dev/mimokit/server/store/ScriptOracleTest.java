package dev.mimokit.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Admission;
import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Lease;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.Rejected;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories of the scripts beside core's limiter: the same decision, cause and wait. The
 * scripts are those that are shipped, but for the clock, which the history sets.
 */
class ScriptOracleTest {

  private static final int HISTORIES = 60;
  private static final int STEPS = 100;
  private static final long WINDOW_MICROS = 10_000;

  @Test
  void the_scripts_decide_as_the_limiter_does(@TempDir Path dir) throws Exception {
    try (RedisProcess redis = RedisProcess.start(dir);
        RedisClient client = RedisClient.create(redis.uri())) {
      RedisCommands<String, String> commands = client.connect().sync();
      for (long seed = 0; seed < HISTORIES; seed++) {
        new History(commands, seed).run();
      }
    }
  }

  private static String timed(String name) throws Exception {
    try (var in = Objects.requireNonNull(ScriptOracleTest.class.getResourceAsStream(name))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("redis.call('TIME')");
      return text.replace("redis.call('TIME')", "{0, tonumber(ARGV[#ARGV])}");
    }
  }

  private static final class History {

    private record Open(String id, Lease lease, long reserved) {}

    private final RedisCommands<String, String> redis;
    private final long seed;
    private final SplittableRandom random;
    private final Quota quota;
    private final QuotaLimiter limiter;
    private final RedisGate.Rules rules;
    private final String[] keys;
    private final String acquire;
    private final String end;
    private final List<Open> open = new ArrayList<>();
    private long nowMicros;

    History(RedisCommands<String, String> redis, long seed) throws Exception {
      this.redis = redis;
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      Subject subject = new Subject("seed", Long.toString(seed));
      this.quota =
          new Quota(
              1 + random.nextInt(12),
              60 + random.nextInt(240),
              1 + random.nextInt(8),
              Duration.ofNanos(WINDOW_MICROS * 1_000),
              new Counting(
                  WindowKind.SLIDING_LOG,
                  Duration.ofMinutes(1),
                  List.of(TokenAccounting.values()).get(random.nextInt(3)),
                  false));
      this.nowMicros = 1_795_000_000_000_000L + random.nextInt(1_000);
      this.limiter = new QuotaLimiter(quota, nowMicros * 1_000);
      this.rules = new RedisGate.Rules(subject, quota, StoreSpec.redis("redis://nowhere"));
      this.keys = Ledger.Keys.of(subject).all();
      this.acquire = timed("acquire.lua");
      this.end = timed("end.lua");
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        nowMicros += random.nextInt(3) == 0 ? random.nextInt(4_000) : random.nextInt(300);
        if (!open.isEmpty() && random.nextInt(3) == 0) {
          end(open.remove(random.nextInt(open.size())));
        } else {
          ask(step, random.nextInt(60));
        }
      }
    }

    private void ask(int step, long tokens) {
      long asked = rules.actualOnly() ? 1 : tokens;
      long reserved = rules.actualOnly() ? 0 : tokens;
      String id = "n-" + step;
      List<Long> answer = acquire(id, asked, reserved);
      Admission expected = limiter.tryAcquire(nowMicros * 1_000, tokens);

      assertThat(word(answer)).as("seed %s step %s", seed, step).isEqualTo(word(expected));
      if (expected instanceof Lease lease) {
        assertThat(acquire(id, asked, reserved)).as("said twice").isEqualTo(List.of(0L, 0L, 0L));
        open.add(new Open(id, lease, reserved));
      }
    }

    private List<Long> acquire(String id, long asked, long reserved) {
      return redis.eval(
          acquire,
          ScriptOutputType.MULTI,
          keys,
          id,
          Long.toString(asked),
          Long.toString(reserved),
          Integer.toString(quota.requests()),
          Long.toString(quota.tokens()),
          Integer.toString(quota.concurrency()),
          Long.toString(WINDOW_MICROS),
          "1000000000",
          Long.toString(nowMicros));
    }

    private void end(Open ended) {
      long used = random.nextInt(160);
      ended.lease().settle(nowMicros * 1_000, used);
      for (int repeat = 0; repeat < 2; repeat++) {
        redis.eval(
            end,
            ScriptOutputType.INTEGER,
            keys,
            ended.id(),
            rules.mode(),
            Long.toString(ended.reserved()),
            Long.toString(used),
            Long.toString(WINDOW_MICROS),
            Long.toString(nowMicros));
      }
    }

    private static String word(List<Long> answer) {
      return switch (answer.get(0).intValue()) {
        case 0 -> "admitted";
        case 1 -> "RPM " + answer.get(1);
        case 2 -> "TPM " + answer.get(1);
        case 3 -> "both " + answer.get(1);
        default -> "concurrency";
      };
    }

    private String word(Admission admission) {
      if (!(admission instanceof Rejected rejected)) {
        return "admitted";
      }
      if (rejected.violated().contains(Limit.CONCURRENCY)) {
        return "concurrency";
      }
      String limits =
          rejected.violated().size() == 2 ? "both" : rejected.violated().iterator().next().name();
      return limits + " " + rejected.retryAfterNanos(nowMicros * 1_000) / 1_000;
    }
  }
}
