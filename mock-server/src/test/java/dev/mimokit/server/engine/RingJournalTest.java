package dev.mimokit.server.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.junit.jupiter.api.Test;

class RingJournalTest {

  private static final long PLENTY = Long.MAX_VALUE;

  @Test
  void keeps_the_newest_and_shows_them_first() {
    RingJournal journal = new RingJournal(3, PLENTY);

    for (int i = 1; i <= 5; i++) {
      journal.append(entry("/" + i));
    }

    assertThat(urls(journal)).containsExactly("/5", "/4", "/3");
  }

  @Test
  void forgets_the_oldest_when_bytes_run_out() {
    long one = entry("/1").weight();
    RingJournal journal = new RingJournal(100, 2 * one);

    journal.append(entry("/1"));
    journal.append(entry("/2"));
    journal.append(entry("/3"));

    assertThat(urls(journal)).containsExactly("/3", "/2");
  }

  @Test
  void keeps_the_newest_even_when_it_alone_is_too_large() {
    RingJournal journal = new RingJournal(100, 1);

    journal.append(entry("/1"));
    journal.append(entry("/2"));

    assertThat(urls(journal)).containsExactly("/2");
  }

  @Test
  void finds_and_removes_by_id_until_the_entry_is_overwritten() {
    RingJournal journal = new RingJournal(2, PLENTY);
    journal.append(entry("/1"));
    UUID first = journal.getAllKeys().findFirst().orElseThrow();
    journal.append(entry("/2"));
    UUID second = journal.getAllKeys().findFirst().orElseThrow();
    assertThat(journal.get(first).orElseThrow().getRequest().getUrl()).isEqualTo("/1");

    journal.append(entry("/3"));
    assertThat(journal.get(first)).isEmpty();

    journal.remove(second);
    assertThat(journal.get(second)).isEmpty();
    assertThat(urls(journal)).containsExactly("/3");
  }

  @Test
  void an_id_that_nobody_has_finds_nothing() {
    RingJournal journal = new RingJournal(2, PLENTY);
    journal.append(entry("/1"));
    UUID lanes = journal.getAllKeys().findFirst().orElseThrow();

    assertThat(journal.get(UUID.randomUUID())).isEmpty();
    assertThat(journal.get(new UUID(lanes.getMostSignificantBits(), -1L))).isEmpty();
    assertThat(journal.get(new UUID(lanes.getMostSignificantBits(), 5L))).isEmpty();
  }

  @Test
  void wiremocks_entries_live_and_are_forgotten_beside_the_lanes() {
    RingJournal journal = new RingJournal(2, PLENTY);
    ServeEvent served = served("/stubbed");

    journal.add(served);
    journal.append(entry("/1"));
    assertThat(urls(journal)).containsExactly("/1", "/stubbed");
    assertThat(journal.get(served.getId())).contains(served);

    ServeEvent completed = served.withResponseDefinition(ResponseDefinition.ok());
    journal.put(served.getId(), completed);
    assertThat(journal.get(served.getId())).containsSame(completed);

    journal.append(entry("/2"));
    assertThat(journal.get(served.getId())).isEmpty();
    journal.put(served.getId(), completed);
    assertThat(urls(journal)).containsExactly("/2", "/1");
  }

  @Test
  void an_entry_that_was_removed_frees_its_bytes() {
    long one = entry("/1").weight();
    RingJournal journal = new RingJournal(100, 2 * one);
    journal.append(entry("/1"));
    journal.append(entry("/2"));

    journal.remove(journal.getAllKeys().findFirst().orElseThrow());
    journal.append(entry("/3"));

    assertThat(urls(journal)).containsExactly("/3", "/1");
  }

  @Test
  void remove_last_takes_the_oldest_that_is_left() {
    RingJournal journal = new RingJournal(3, PLENTY);
    journal.append(entry("/1"));
    journal.append(entry("/2"));
    journal.append(entry("/3"));
    journal.remove(journal.getAllKeys().skip(2).findFirst().orElseThrow());

    journal.removeLast();

    assertThat(urls(journal)).containsExactly("/3");
  }

  @Test
  void clear_forgets_everything_and_goes_on() {
    RingJournal journal = new RingJournal(2, 10_000);
    journal.append(entry("/1"));
    journal.add(served("/stubbed"));

    journal.clear();
    assertThat(urls(journal)).isEmpty();

    journal.append(entry("/2"));
    assertThat(urls(journal)).containsExactly("/2");
  }

  @Test
  void is_dated_when_the_request_was_answered_not_when_it_is_read() {
    RingJournal journal = new RingJournal(1, PLENTY);

    journal.append(entry("/1"));

    LoggedRequest logged = journal.getAll().findFirst().orElseThrow().getRequest();
    assertThat(logged.getLoggedDateString()).isEqualTo("1970-01-01T00:00:01.234Z");
  }

  @Test
  void never_shows_more_than_its_capacity_while_others_write() throws Exception {
    RingJournal journal = new RingJournal(8, PLENTY);
    CountDownLatch written = new CountDownLatch(2);
    for (int writer = 0; writer < 2; writer++) {
      new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  journal.append(entry("/" + i));
                }
                written.countDown();
              })
          .start();
    }

    int most = 0;
    while (written.getCount() > 0) {
      most = Math.max(most, (int) journal.getAllKeys().count());
    }

    assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(most).isLessThanOrEqualTo(8);
    assertThat(journal.getAllKeys()).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void admin_counts_verifies_and_finds_what_the_lane_answered() throws Exception {
    EngineOptions options = EngineOptions.defaults().keeping(5, 1 << 20);

    try (TestEngine engine = TestEngine.with(options, TestEngine.chat())) {
      for (int i = 0; i < 8; i++) {
        engine.post("/v1/chat/completions?n=" + i, "{\"model\":\"m" + i + "\"}");
      }

      assertThat(engine.count("{\"urlPath\":\"/v1/chat/completions\"}")).isEqualTo(5);
      assertThat(
              engine.count(
                  """
                  {"method": "POST", "urlPath": "/v1/chat/completions",
                   "queryParameters": {"n": {"equalTo": "7"}},
                   "bodyPatterns": [{"matchesJsonPath": "$[?(@.model == 'm7')]"}]}
                  """))
          .isEqualTo(1);
      assertThat(engine.post("/__admin/requests/find", "{\"urlPattern\":\".*n=6\"}").body())
          .contains("/v1/chat/completions?n=6")
          .contains("m6")
          .doesNotContain("n=5");
      assertThat(engine.get("/__admin/requests?limit=1").body())
          .contains("n=7")
          .contains("built-in")
          .doesNotContain("n=6");
      assertThat(engine.get("/__admin/requests/unmatched").body()).doesNotContain("n=7");

      engine.engine().reset();
      assertThat(engine.count("{}")).isZero();
    }
  }

  private static LaneEntry entry(String path) {
    LaneRequest request =
        new LaneRequest(
            "POST",
            HttpURI.from("http://mock" + path),
            HttpFields.build().add("Host", "mock"),
            InetSocketAddress.createUnresolved("client", 1),
            "{}".getBytes(UTF_8));
    return new LaneEntry(1_234, request, new WholeReply(TestEngine.text(200, "ok")));
  }

  private static ServeEvent served(String url) {
    LaneEntry like = entry(url);
    return ServeEvent.of(like.request()).withResponseDefinition(ResponseDefinition.ok());
  }

  private static List<String> urls(RingJournal journal) {
    return journal.getAll().map(event -> event.getRequest().getUrl()).toList();
  }
}
