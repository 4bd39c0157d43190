package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import dev.mimokit.server.MimoServer;
import dev.mimokit.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner, the mock and the reference client understand each other. */
class RealMockTest {

  /** One permit is left of this window, and one second. */
  private static final String PHASE =
      """
      {"schemaVersion":1,"cases":[
       {"id":"0.9","title":"two calls, one permit","rule":"r","reason":"y","time":"I","solo":true,
        "load":{"calls":2,"keys":2,"deadlineMillis":9000,"observeMillis":9000},
        "phase":{"profile":"calendar","sendRetryAfter":true,"windowAgeMillis":59000,
                 "usedRequests":99},
        "criteria":[
         {"aspect":"behavior","severity":"MUST","formula":"attempts-max >= 2","reason":"a"},
         {"aspect":"behavior","severity":"MUST","formula":"early-retries == 0","reason":"b"},
         {"aspect":"outcome","severity":"MUST","formula":"lost == 0","reason":"c"}]}]}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void the_reference_client_is_clean_where_scripts_answer() throws Exception {
    GateResult result = run(CaseCatalog.load(), "1.1,1.7,1.12");

    assertThat(result.column("reference"))
        .extracting(CaseResult::judgement)
        .allSatisfy(judged -> assertThat(judged.behavior()).isEqualTo(Verdict.OK))
        .allSatisfy(judged -> assertThat(judged.outcome()).isEqualTo(Verdict.OK));
    assertThat(result.exit()).isZero();
  }

  @Test
  void the_limiter_is_entered_where_the_phase_says() throws Exception {
    GateResult result = run(CaseCatalog.parse("phase.json", PHASE), "0.9");

    Judgement judged = result.column("reference").get(0).judgement();
    assertThat(judged.note()).isEmpty();
    assertThat(judged.behavior()).isEqualTo(Verdict.OK);
    assertThat(judged.timeline()).anyMatch(line -> line.contains("429 asked 1 s | "));
  }

  private GateResult run(CaseCatalog cases, String patterns) throws Exception {
    try (MimoServer server = MimoServer.start(ServerOptions.defaults())) {
      CaseChoice choice = new CaseChoice(CasePattern.list(patterns), false, false);
      GateOptions options =
          GateOptions.of(
                  List.of(AgentCommand.of(AgentCommand.REFERENCE)),
                  choice,
                  new MockPlace.Running(URI.create(server.baseUrl())),
                  "test")
              .withCases(cases, new CaseCatalog(List.of()))
              .withOut(folder.resolve("run"));
      return Gate.run(options, GateListener.SILENT);
    }
  }
}
