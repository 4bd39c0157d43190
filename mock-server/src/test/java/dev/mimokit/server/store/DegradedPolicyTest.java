package dev.mimokit.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.time.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bounds that {@link DegradedPolicy} writes down, for a limit of 100 and two nodes: as many
 * requests as the nodes are sent, through every way in which Redis can fail. The nodes' clock
 * stands still but for what a test says, so all that is admitted without a step of it is in one
 * window.
 */
class DegradedPolicyTest {

  private static final Subject DEMO = new Subject("demo", "mimo-v2.5-pro");
  private static final Quota PAGE = Quota.perMinute(100, 10_000_000, 1_000, WindowKind.SLIDING_LOG);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock(Long.MIN_VALUE + 7);
  private final List<RedisStore> nodes = new ArrayList<>();
  private final List<QuotaGate> gates = new ArrayList<>();
  @AutoClose private RedisProcess redis;

  @BeforeEach
  void startRedis(@TempDir Path dir) {
    redis = RedisProcess.start(dir);
  }

  @AfterEach
  void stopAll() {
    nodes.forEach(RedisStore::close);
  }

  private void twoNodes(DegradedPolicy policy) {
    for (int i = 0; i < 2; i++) {
      RedisStore node =
          RedisStore.connect(new StoreSpec(redis.uri(), 2, policy, Duration.ofMillis(500)), clock);
      nodes.add(node);
      gates.add(node.gate(DEMO, new QuotaLimiter(PAGE, clock.nanoTime())));
    }
  }

  /** How many of 300 concurrent requests are admitted. */
  private long storm() {
    return admitted(300);
  }

  private long admitted(int sent) {
    return Answers.admitted(Answers.many(gates, clock, sent));
  }

  private void lose() {
    redis.kill();
    Patience.until("both nodes miss Redis", () -> nodes.stream().noneMatch(RedisStore::isUsable));
  }

  private void comeBack() {
    redis.launchAgain();
    Patience.until("both nodes are back", () -> nodes.stream().allMatch(RedisStore::isUsable));
  }

  @Test
  void local_share_admits_at_most_twice_the_limit_through_restarts() {
    twoNodes(DegradedPolicy.LOCAL_SHARE);

    long before = admitted(100);
    lose();
    long during = storm();
    comeBack();
    long after = storm();
    lose();
    comeBack();
    long again = storm();

    assertThat(before).isEqualTo(100);
    assertThat(during).as("two shares of 50").isEqualTo(100);
    assertThat(after + again).as("Redis has forgotten, the nodes have not").isZero();
    assertThat(nodes.get(0).degradedDecisions()).isPositive();
  }

  @Test
  void local_share_believes_redis_again_when_a_window_has_passed() {
    twoNodes(DegradedPolicy.LOCAL_SHARE);
    admitted(100);
    lose();
    comeBack();

    clock.advance(WINDOW.minusNanos(1));
    long shares = storm();
    clock.advance(Duration.ofNanos(1));
    long redisAgain = storm();

    assertThat(shares).isEqualTo(100);
    assertThat(redisAgain).as("with the shares just before, twice the limit").isEqualTo(100);
    assertThat(storm()).isZero();
  }

  @Test
  void closed_admits_at_most_the_limit_through_restarts() {
    twoNodes(DegradedPolicy.CLOSED);

    long before = admitted(100);
    lose();
    long during = storm();
    assertThat(Answers.one(gates.get(0), clock, 1)).isEqualTo(Answers.Said.UNAVAILABLE);
    comeBack();
    long after = storm();
    clock.advance(WINDOW);
    long next = storm();

    assertThat(before + during + after).isEqualTo(100);
    assertThat(next).isEqualTo(100);
  }

  @Test
  void open_admits_all_while_redis_is_away_and_the_limit_since() {
    twoNodes(DegradedPolicy.OPEN);

    long before = admitted(100);
    lose();
    long during = storm();
    comeBack();
    long after = storm();

    assertThat(before).isEqualTo(100);
    assertThat(during).isEqualTo(300);
    assertThat(after).isEqualTo(100);
  }

  @Test
  void a_redis_that_does_not_answer_is_asked_once_and_believed_when_it_does() {
    twoNodes(DegradedPolicy.LOCAL_SHARE);
    Answers.many(gates, clock, 60);

    redis.freeze();
    long frozen = storm();
    assertThat(nodes).noneMatch(RedisStore::isUsable);
    redis.thaw();
    Patience.until("both nodes are back", () -> nodes.stream().allMatch(RedisStore::isUsable));
    long thawed = storm();

    assertThat(frozen).isEqualTo(100);
    assertThat(thawed).as("what was asked of the frozen one is charged").isZero();
  }

  @Test
  void what_redis_has_refused_stays_refused_without_it() {
    twoNodes(DegradedPolicy.LOCAL_SHARE);
    storm();
    lose();

    assertThat(storm()).isZero();
  }

  @Test
  void no_node_is_left_without_a_share() {
    Quota tiny = Quota.perMinute(1, 1, 1, WindowKind.SLIDING_LOG);
    StoreSpec spec = StoreSpec.redis(redis.uri());

    assertThat(new RedisGate.Rules(DEMO, tiny, spec).share()).isEqualTo(tiny);
    assertThat(new RedisGate.Rules(DEMO, PAGE, spec).share())
        .isEqualTo(Quota.perMinute(50, 5_000_000, 500, WindowKind.SLIDING_LOG));
  }
}
