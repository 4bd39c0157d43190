package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is given base URLs only, and a journal that is judged again. */
class AttachRunTest {

  private static final String CASES =
      """
      {"schemaVersion":1,"cases":[
       {"id":"0.1","title":"final","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":400},
        "script":{"variants":[[{"status":400}]],"then":"serve"},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max == 1","reason":"a"},
         {"aspect":"outcome","severity":"MUST","formula":"told-status == 400","reason":"b"}]},
       {"id":"0.2","title":"retried","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":400},
        "script":{"variants":[[{"status":429}]],"then":"serve"},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max >= 2","reason":"a"}]},
       {"id":"0.3","title":"full","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":400},
        "phase":{"profile":"calendar","sendRetryAfter":true,"windowAgeMillis":1,
                 "usedRequests":100},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"served == 0","reason":"a"}]},
       {"id":"0.4","title":"two","rule":"r","reason":"y","time":"I",
        "load":{"calls":2,"keys":1,"deadlineMillis":9000,"observeMillis":400},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"served == 2","reason":"a"}]},
       {"id":"0.5","title":"never called","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"deadlineMillis":9000,"observeMillis":400},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"served == 1","reason":"a"}]},
       {"id":"0.6","title":"cancelled","rule":"r","reason":"y","time":"I",
        "load":{"calls":1,"keys":1,"cancelMillis":5,"deadlineMillis":9000,"observeMillis":400},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"served == 1","reason":"a"}]}]}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void judges_what_arrives_at_the_address_of_each_case() throws Exception {
    Judged judged = judged("0.1", "0.2", "0.2", "0.3", "0.4");

    assertThat(judged.get("0.1").behavior()).isEqualTo(Verdict.OK);
    assertThat(judged.get("0.2").behavior()).isEqualTo(Verdict.OK);
    assertThat(judged.get("0.3").behavior()).isEqualTo(Verdict.OK);
    assertThat(List.of(judged.get("0.1"), judged.get("0.2"), judged.get("0.3")))
        .extracting(Judgement::outcome)
        .containsOnly(Verdict.UNIMPLEMENTED);
    assertThat(judged.get("0.4").note())
        .startsWith("the case is of 2 calls and 1 came; calls differ by a job-NAME");
    assertThat(judged.get("0.5").behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.get("0.5").note())
        .startsWith("nothing arrived at http://")
        .endsWith("/c/0.5/mine/v1 within 1 s");
    assertThat(judged.get("0.6").behavior()).isEqualTo(Verdict.UNIMPLEMENTED);
  }

  @Test
  void a_client_that_does_not_try_again_fails_on_the_wire() throws Exception {
    Judgement judgement = judged("0.2").get("0.2");

    // A host that stalls for half a second makes it inconclusive; it is no pass in any case.
    assertThat(judgement.behavior()).isIn(Verdict.FAILED, Verdict.INCONCLUSIVE);
    assertThat(judgement.observed()).containsEntry("attempts-max", 1.0);
  }

  @Test
  void a_captured_journal_gets_the_verdicts_it_got_when_it_happened() throws Exception {
    Judged live = judged("0.1", "0.2", "0.2", "0.3", "0.4");

    GateOptions options = options(URI.create("http://127.0.0.1:1")).withOut(folder.resolve("two"));
    GateResult again = Gate.judge(options, folder.resolve("run"), GateListener.SILENT);

    assertThat(again.column("mine"))
        .allSatisfy(
            result -> assertThat(result.judgement()).isEqualTo(live.get(result.tested().id())))
        .hasSize(5);
  }

  /** The judgements of one run, by case. */
  private record Judged(Map<String, Judgement> cases) {
    Judgement get(String id) {
      return Optional.ofNullable(cases.get(id)).orElseThrow();
    }
  }

  private Judged judged(String... calls) throws Exception {
    try (MimoServer server = MimoServer.start(ServerOptions.defaults())) {
      Map<String, String> urls = new ConcurrentHashMap<>();
      GateOptions options = options(URI.create(server.baseUrl())).withOut(folder.resolve("run"));
      GateListener calling =
          new GateListener() {
            @Override
            public void attachable(String line) {
              String[] parts = line.split("\t", -1);
              urls.put(parts[0], parts[3]);
              if (parts[0].equals("0.5")) {
                List.of(calls).forEach(caseId -> call(urls.getOrDefault(caseId, "")));
              }
            }
          };
      GateResult result = Gate.run(options, calling);
      assertThat(Files.readAllLines(folder.resolve("urls"))).hasSize(5);
      return new Judged(
          result.column("mine").stream()
              .collect(Collectors.toMap(r -> r.tested().id(), CaseResult::judgement)));
    }
  }

  private GateOptions options(URI mock) {
    CaseCatalog cases = CaseCatalog.parse("test.json", CASES);
    String all = cases.cases().stream().map(Case::id).collect(Collectors.joining(","));
    return GateOptions.of(
            List.of(AgentCommand.attached("mine")),
            new CaseChoice(CasePattern.list(all), false, false),
            new MockPlace.Running(mock),
            "test")
        .withCases(cases, new CaseCatalog(List.of()))
        .withAttachment(new Attachment(Optional.of(folder.resolve("urls")), 1_000));
  }

  /** As any client does it, with a key of its own. */
  private static void call(String baseUrl) {
    String body =
        "{\"model\":\"mimo-v2.5-pro\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    try {
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(baseUrl + "/chat/completions"))
                  .header("Authorization", "Bearer whatever")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
