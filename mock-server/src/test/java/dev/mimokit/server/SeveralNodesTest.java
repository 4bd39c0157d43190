package dev.mimokit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.server.store.Patience;
import dev.mimokit.server.store.RedisProcess;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mocks in processes of their own, one real Redis, and callers over HTTP. */
class SeveralNodesTest {

  private static final int OK = 200;
  private static final int LIMITED = 429;
  private static final int AWAY = 503;

  private final List<Node> nodes = new ArrayList<>();
  @AutoClose private RedisProcess redis;

  @BeforeEach
  void startRedis(@TempDir Path dir) {
    redis = RedisProcess.start(dir);
  }

  @AfterEach
  void stopAll() {
    nodes.forEach(Node::close);
  }

  private void start(Path dir, String degraded) throws IOException {
    Path config =
        Files.writeString(
            dir.resolve("mimokit.yaml"),
            "store: {redis: '%s', nodes: 2, degraded: %s, timeoutMillis: 20000}"
                .formatted(redis.uri(), degraded));
    Stream.of(config, config).parallel().map(Node::start).forEachOrdered(nodes::add);
  }

  private List<CompletableFuture<Integer>> send(int count) {
    return IntStream.range(0, count).mapToObj(i -> nodes.get(i % nodes.size()).call()).toList();
  }

  private List<Integer> answers(int count) {
    return send(count).stream().map(CompletableFuture::join).toList();
  }

  private static long count(List<Integer> answers, int status) {
    return answers.stream().filter(answer -> answer == status).count();
  }

  private long admitted() {
    try (RedisClient client = RedisClient.create(redis.uri())) {
      return client.connect().sync().zcard("mimokit:{demo:" + Lab.PRO + "}:log");
    }
  }

  @Test
  void two_processes_admit_exactly_100_of_300_requests_in_a_minute(@TempDir Path dir)
      throws IOException {
    start(dir, "local-share");

    List<Integer> answers = answers(300);

    assertThat(count(answers, OK)).isEqualTo(100);
    assertThat(count(answers, LIMITED)).isEqualTo(200);
  }

  @Test
  void a_profile_that_redis_cannot_count_is_refused_at_the_start_in_one_line() {
    assertThatThrownBy(
            () ->
                MimoServer.start(ServerOptions.defaults().under("calendar").storedIn(redis.uri())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "profile 'calendar': a store in Redis counts over sliding-log windows only, not"
                + " CALENDAR");
  }

  @Test
  void and_also_when_one_is_killed_in_the_middle(@TempDir Path dir) throws IOException {
    start(dir, "local-share");
    List<Integer> before = answers(60);
    AtomicInteger cut = new AtomicInteger();

    List<CompletableFuture<Integer>> sent = send(240);
    CompletableFuture.anyOf(sent.toArray(CompletableFuture[]::new)).join();
    nodes.get(0).kill();
    List<Integer> after =
        sent.stream()
            .map(
                call ->
                    call.exceptionallyCompose(
                        lost -> {
                          cut.incrementAndGet();
                          return nodes.get(1).call();
                        }))
            .map(CompletableFuture::join)
            .toList();

    assertThat(count(before, OK)).isEqualTo(60);
    assertThat(admitted()).as("charged in Redis").isEqualTo(100);
    assertThat(60 + count(after, OK)).isBetween(100L - cut.get(), 100L);
    assertThat(count(after, OK) + count(after, LIMITED)).isEqualTo(240);
    assertThat(nodes.get(1).call().join()).isEqualTo(LIMITED);
  }

  @Test
  void through_a_restart_local_share_admits_at_most_twice_the_limit(@TempDir Path dir)
      throws IOException {
    start(dir, "local-share");

    long before = count(answers(100), OK);
    lose();
    long during = count(answers(300), OK);
    comeBack();
    long after = count(answers(300), OK);

    assertThat(before).isEqualTo(100);
    assertThat(during).as("two shares of 50").isEqualTo(100);
    assertThat(after).as("the shares are used up, and Redis is not believed yet").isZero();
  }

  @Test
  void through_a_restart_closed_admits_at_most_the_limit(@TempDir Path dir) throws IOException {
    start(dir, "closed");

    long before = count(answers(100), OK);
    lose();
    List<Integer> during = answers(100);
    comeBack();
    List<Integer> after = answers(100);

    assertThat(before).isEqualTo(100);
    assertThat(during).containsOnly(AWAY);
    assertThat(after).containsOnly(AWAY);
  }

  private void lose() {
    redis.kill();
    Patience.until(
        "both nodes miss Redis", () -> nodes.stream().allMatch(SeveralNodesTest::misses));
  }

  private void comeBack() {
    redis.launchAgain();
    Patience.until("both nodes are back", () -> nodes.stream().noneMatch(SeveralNodesTest::misses));
  }

  private static boolean misses(Node node) {
    return node.health().contains("(away)");
  }
}
