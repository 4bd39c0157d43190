package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.core.journal.JournalEvent;
import dev.mimokit.load.cases.CaseCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunRecordTest {

  private final CaseCatalog catalog = CaseCatalog.load();

  @Test
  void a_mock_that_leaves_the_script_is_not_held_against_the_client() {
    Judgement judgement = run(200).judge(catalog.find("1.1").orElseThrow());

    assertThat(judgement.behavior()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).isEqualTo("the mock left the script: it answered 200 first");
  }

  @Test
  void a_load_that_never_met_the_limit_proves_nothing() {
    Judgement judgement = run(200).judge(catalog.find("4.1").orElseThrow());

    assertThat(judgement.outcome()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.note()).isEqualTo("the load never met the limit: no attempt was refused");
  }

  @Test
  void what_met_its_conditions_is_judged() {
    Judgement judgement = run(400).judge(catalog.find("1.1").orElseThrow());

    assertThat(judgement.behavior()).isEqualTo(Verdict.OK);
    assertThat(judgement.outcome()).isEqualTo(Verdict.OK);
  }

  private static RunRecord run(int status) {
    JournalEvent received = new JournalEvent.Received(2, 1, "a", "k", "m", "job-1", false, "b");
    JournalEvent answered = new JournalEvent.Answered(3, 1, status, OptionalLong.empty());
    JournalEvent told = new JournalEvent.Told(4, "job-1", status == 200, status, "", "", false);
    return new RunRecord(
        List.of(told, new JournalEvent.Asked(1, "job-1"), received, answered),
        5,
        0,
        Optional.empty());
  }
}
