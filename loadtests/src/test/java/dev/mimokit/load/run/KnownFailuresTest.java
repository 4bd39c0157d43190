package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Judgement;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.load.cases.CaseCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresTest {

  private static final Case CASE = CaseCatalog.load().find("2.9").orElseThrow();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final String LIST =
      """
      # put off until the client is replaced

      2.9 openai-java until=2026-11-27 it clamps Retry-After at 8 s
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void a_known_failure_does_not_fail_the_gate_on_its_last_day() throws IOException {
    assertThat(exit(LIST, Verdict.FAILED)).isZero();
    assertThat(exit("", Verdict.FAILED)).isEqualTo(1);
    assertThat(stale(LIST, Verdict.FAILED)).isEmpty();
  }

  @Test
  void one_whose_time_is_over_fails_it() throws IOException {
    String old = LIST.replace("11-27", "11-26");

    assertThat(exit(old, Verdict.FAILED)).isEqualTo(1);
    assertThat(stale(old, Verdict.FAILED))
        .containsExactly(
            folder.resolve("known")
                + " line 3: 2.9 of openai-java was put off until 2026-11-26 only");
  }

  @Test
  void one_that_passes_fails_it() throws IOException {
    assertThat(exit(LIST, Verdict.OK)).isEqualTo(1);
    assertThat(stale(LIST, Verdict.OK))
        .containsExactly(
            folder.resolve("known") + " line 3: 2.9 of openai-java passes: remove the line");
  }

  @Test
  void one_that_breaks_a_should_only_is_still_true() throws IOException {
    assertThat(exit(LIST, Verdict.NON_STRICT)).isZero();
  }

  @Test
  void what_nobody_could_judge_is_neither_stale_nor_a_pass() throws IOException {
    assertThat(exit(LIST, Verdict.INCONCLUSIVE)).isEqualTo(3);
  }

  @Test
  void one_of_another_agent_says_nothing() throws IOException {
    assertThat(exit(LIST.replace("openai-java", "vercel-ai"), Verdict.OK)).isZero();
    assertThat(exit(LIST.replace("openai-java", "vercel-ai"), Verdict.FAILED)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.9 a until=soon why      | until must be a date like 2027-01-01: soon",
        "2.9 a why                 | expected CASE AGENT until=YYYY-MM-DD REASON: 2.9 a why",
        "2.9 a until=2027-01-01    | expected CASE AGENT until=YYYY-MM-DD REASON: 2.9 a"
            + " until=2027-01-01",
        "2.99 a until=2027-01-01 y | there is no case 2.99",
      })
  void a_wrong_line_is_named(String line, String complaint) throws IOException {
    assertThatThrownBy(() -> known("\n" + line))
        .isInstanceOf(UsageException.class)
        .hasMessage(folder.resolve("known") + " line 2: " + complaint);
  }

  @Test
  void a_missing_list_is_named() {
    assertThatThrownBy(() -> KnownFailures.read(folder.resolve("none"), Set.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("known failures cannot be read: " + folder.resolve("none"));
  }

  private int exit(String list, Verdict verdict) throws IOException {
    return GateResult.exit(columns(verdict), false, known(list), TODAY);
  }

  private List<String> stale(String list, Verdict verdict) throws IOException {
    return known(list).stale(columns(verdict), TODAY);
  }

  private KnownFailures known(String list) throws IOException {
    Path file = Files.writeString(folder.resolve("known"), list);
    return KnownFailures.read(file, Set.of("2.9"));
  }

  private static Map<String, List<CaseResult>> columns(Verdict verdict) {
    Judgement judgement = new Judgement(verdict, Verdict.OK, List.of(), "", List.of());
    return Map.of("openai-java", List.of(new CaseResult(CASE, judgement)));
  }
}
