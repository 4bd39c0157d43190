package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mimokit.core.conformance.Case;
import dev.mimokit.load.cases.CaseCatalog;
import dev.mimokit.load.cases.CasePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseChoiceTest {

  private final CaseCatalog catalog = CaseCatalog.load();

  @Test
  void everything_but_the_nightly_cases_unless_asked() {
    assertThat(ids(new CaseChoice(List.of(), false, false))).contains("3.6").doesNotContain("3.7");
    assertThat(ids(new CaseChoice(List.of(), false, true))).contains("3.7");
  }

  @Test
  void a_pattern_narrows_and_an_id_names_its_case_anyway() {
    assertThat(ids(choice("3.*", false))).doesNotContain("3.7").hasSize(7);
    assertThat(ids(choice("3.7", false))).containsExactly("3.7");
    assertThat(ids(choice("3.*", true))).containsExactly("3.1", "3.4");
    assertThat(ids(choice("9.1,2.*", false))).contains("2.1", "2.9", "9.1").doesNotContain("9.2");
  }

  @Test
  void refuses_a_pattern_that_chooses_nothing_among_others_that_do() {
    CaseChoice choice = choice("2.*,2.99", false);

    assertThatThrownBy(() -> choice.check(catalog.cases()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("no case matches \"2.99\": expected 1.1, 1.2, ")
        .hasMessageEndingWith("10.6 or a pattern such as 2.*");
  }

  @Test
  void cases_that_share_a_run_are_run_once() {
    List<PlannedRun> runs = PlannedRun.of(choice("4.1,9.1,3.5", false).among(catalog.cases()));

    assertThat(runs).extracting(PlannedRun::id).containsExactly("3.4", "4.1");
    assertThat(runs.get(0).delicate()).isTrue();
    assertThat(runs.get(1).judged()).extracting(Case::id).containsExactly("4.1", "9.1");
    assertThat(runs.get(1).delicate()).isFalse();
    assertThat(PlannedRun.of(choice("2.18", false).among(catalog.cases())).get(0).delicate())
        .isTrue();
  }

  private List<String> ids(CaseChoice choice) {
    return choice.among(catalog.cases()).stream().map(Case::id).toList();
  }

  private static CaseChoice choice(String patterns, boolean smoke) {
    return new CaseChoice(CasePattern.list(patterns), smoke, false);
  }
}
