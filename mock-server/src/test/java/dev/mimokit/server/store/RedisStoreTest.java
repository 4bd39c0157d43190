package dev.mimokit.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.quota.Counting;
import dev.mimokit.core.quota.Limit;
import dev.mimokit.core.quota.Quota;
import dev.mimokit.core.quota.QuotaLimiter;
import dev.mimokit.core.quota.TokenAccounting;
import dev.mimokit.core.quota.WindowKind;
import dev.mimokit.core.time.ManualClock;
import dev.mimokit.server.store.Answers.Said;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes in one process, and one real Redis; its clock is real, theirs is not. */
class RedisStoreTest {

  private static final Subject DEMO = new Subject("demo", "mimo-v2.5-pro");
  private static final Quota PAGE = Quota.perMinute(100, 10_000_000, 1_000, WindowKind.SLIDING_LOG);
  private static final String LOG = "mimokit:{demo:mimo-v2.5-pro}:log";
  private static final String SPENT = "mimokit:{demo:mimo-v2.5-pro}:spent";
  private static final String LEASES = "mimokit:{demo:mimo-v2.5-pro}:leases";

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 1_000_000_000L);
  private final List<AutoCloseable> open = new ArrayList<>();
  private RedisProcess redis;
  private RedisClient client;
  private RedisCommands<String, String> look;

  @BeforeEach
  void startRedis(@TempDir Path dir) {
    redis = RedisProcess.start(dir);
    open.add(redis);
    client = RedisClient.create(redis.uri());
    open.add(client::shutdown);
    look = client.connect().sync();
  }

  @AfterEach
  void stopAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private RedisStore node() {
    return node(DegradedPolicy.LOCAL_SHARE, Duration.ofSeconds(30));
  }

  private RedisStore node(DegradedPolicy policy, Duration lease) {
    RedisStore node =
        RedisStore.connect(
            new StoreSpec(redis.uri(), 2, policy, Duration.ofMillis(500)), clock, lease);
    open.add(node);
    return node;
  }

  private QuotaGate gate(QuotaStore node, Quota quota) {
    return node.gate(DEMO, new QuotaLimiter(quota, clock.nanoTime()));
  }

  private static Quota of(int requests, long tokens, int concurrency) {
    return Quota.perMinute(requests, tokens, concurrency, WindowKind.SLIDING_LOG);
  }

  private static Quota accounting(TokenAccounting accounting) {
    return Quota.perMinute(
        100,
        1_000,
        100,
        new Counting(WindowKind.SLIDING_LOG, Duration.ofMinutes(1), accounting, false));
  }

  private long tokens() {
    return Long.parseLong(String.valueOf(look.hget(SPENT, "tokens")));
  }

  @Test
  void two_nodes_admit_exactly_the_limit_of_300_concurrent_requests() {
    List<QuotaGate> gates = List.of(gate(node(), PAGE), gate(node(), PAGE));

    List<Said> said = Answers.many(gates, clock, 300);

    assertThat(Answers.admitted(said)).isEqualTo(100);
    assertThat(said.stream().filter(one -> !one.admitted()))
        .allSatisfy(
            one -> {
              assertThat(one.refused().violated()).containsExactly(Limit.RPM);
              assertThat(one.refused().waitNanos().orElseThrow())
                  .isPositive()
                  .isLessThanOrEqualTo(Duration.ofMinutes(1).toNanos());
            });
    assertThat(look.zcard(LOG)).isEqualTo(100);
  }

  @Test
  void a_refused_account_does_not_go_to_redis_until_its_wait_is_over() {
    QuotaGate gate = gate(node(), of(1, 1_000, 10));
    Answers.one(gate, clock, 1);
    Refusal first = Answers.one(gate, clock, 1).refused();
    long scripts = scriptsRun();

    clock.advance(Duration.ofSeconds(20));
    Refusal second = Answers.one(gate, clock, 1).refused();

    assertThat(scriptsRun()).isEqualTo(scripts);
    assertThat(second.violated()).containsExactly(Limit.RPM);
    assertThat(second.waitNanos().orElseThrow())
        .isEqualTo(first.waitNanos().orElseThrow() - Duration.ofSeconds(20).toNanos());

    clock.advance(Duration.ofSeconds(40));
    Answers.one(gate, clock, 1);

    assertThat(scriptsRun()).isEqualTo(scripts + 1);
  }

  private long scriptsRun() {
    Matcher calls =
        Pattern.compile("cmdstat_eval(?:sha)?:calls=(\\d+)").matcher(look.info("commandstats"));
    long sum = 0;
    while (calls.find()) {
      sum += Long.parseLong(calls.group(1));
    }
    return sum;
  }

  @Test
  void settles_to_what_was_used_and_cancels_to_nothing() {
    QuotaGate gate = gate(node(), of(100, 1_000, 2));
    Hold settled = Answers.one(gate, clock, 600).held();
    Hold cancelled = Answers.one(gate, clock, 300).held();

    assertThat(Answers.one(gate, clock, 101).refused().violated()).containsExactly(Limit.TPM);
    assertThat(Answers.one(gate, clock, 1).refused().violated()).containsExactly(Limit.CONCURRENCY);
    assertThat(settled.settle(clock.nanoTime(), 50)).isTrue();
    assertThat(settled.settle(clock.nanoTime(), 70)).isFalse();
    assertThat(settled.cancel(clock.nanoTime())).isFalse();
    assertThat(cancelled.cancel(clock.nanoTime())).isTrue();

    assertThat(Answers.one(gate, clock, 950).admitted()).isTrue();
    assertThat(tokens()).isEqualTo(1_000);
    assertThat(look.zcard(LOG)).isEqualTo(3);
    assertThat(look.zcard(LEASES)).isEqualTo(1);
  }

  @Test
  void says_never_of_a_request_larger_than_the_limit() {
    QuotaGate gate = gate(node(), of(100, 1_000, 10));

    Refusal never = Answers.one(gate, clock, 1_001).refused();

    assertThat(never.violated()).containsExactly(Limit.TPM);
    assertThat(never.waitNanos()).isEmpty();
    assertThat(look.exists(LOG)).isZero();
  }

  @Test
  void charges_tokens_as_the_quota_accounts_for_them() {
    QuotaGate estimate = gate(node(), accounting(TokenAccounting.ESTIMATE_ONLY));
    Answers.one(estimate, clock, 400).held().settle(clock.nanoTime(), 7);
    Answers.one(estimate, clock, 1);
    assertThat(tokens()).isEqualTo(401);
    look.flushall();

    QuotaGate actual = gate(node(), accounting(TokenAccounting.ACTUAL_ONLY));
    Answers.one(actual, clock, 400).held().settle(clock.nanoTime(), 7);
    Answers.one(actual, clock, 400);
    assertThat(tokens()).isEqualTo(7);
  }

  @Test
  void a_reset_on_one_node_is_a_reset_for_the_other() {
    QuotaGate here = gate(node(), of(1, 1_000, 10));
    QuotaGate there = gate(node(), of(1, 1_000, 10));
    Hold stale = Answers.one(here, clock, 1).held();
    Answers.one(here, clock, 1);

    here.forget();
    stale.settle(clock.nanoTime(), 500);

    assertThat(Answers.one(here, clock, 1).admitted()).isTrue();
    assertThat(Answers.one(there, clock, 1).admitted()).isFalse();
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void a_dead_node_gives_its_concurrency_back_and_a_living_one_keeps_it() {
    Duration lease = Duration.ofMillis(300);
    RedisStore dying = node(DegradedPolicy.LOCAL_SHARE, lease);
    QuotaGate survivor = gate(node(DegradedPolicy.LOCAL_SHARE, lease), of(1_000, 1_000_000, 1));
    assertThat(Answers.one(gate(dying, of(1_000, 1_000_000, 1)), clock, 1).admitted()).isTrue();
    String id = look.zrange(LEASES, 0, 0).get(0);
    double granted = look.zscore(LEASES, id);

    Patience.until("the lease is renewed twice", () -> look.zscore(LEASES, id) > granted + 2e5);
    assertThat(Answers.one(survivor, clock, 1).refused().violated())
        .containsExactly(Limit.CONCURRENCY);

    dying.close();
    Patience.until("the lease lapses", () -> Answers.one(survivor, clock, 1).admitted());
  }

  @Test
  void an_unlimited_quota_does_not_need_redis() {
    assertThat(gate(node(), Quota.unlimited())).isInstanceOf(LocalGate.class);
  }

  @Test
  void refuses_in_one_line_what_it_cannot_count() {
    RedisStore node = node();

    assertThat(node.refuses(PAGE)).isEmpty();
    assertThat(node.refuses(Quota.perMinute(1, 1, 1, WindowKind.CALENDAR)))
        .hasValue("a store in Redis counts over sliding-log windows only, not CALENDAR");
    Counting attempts =
        new Counting(
            WindowKind.SLIDING_LOG,
            Duration.ofMinutes(1),
            TokenAccounting.RESERVE_AND_SETTLE,
            true);
    assertThat(node.refuses(Quota.perMinute(1, 1, 1, attempts)))
        .hasValue("a store in Redis does not count refused requests");
  }

  @Test
  void says_in_one_line_that_nothing_answers_there() {
    redis.kill();

    assertThatThrownBy(this::node)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("cannot reach the store at " + redis.uri() + ": ")
        .hasMessageNotContaining("\n");
  }
}
