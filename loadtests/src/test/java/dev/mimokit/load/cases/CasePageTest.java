package dev.mimokit.load.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasePageTest {

  private static final List<Case> CASES = CaseCatalog.load().cases();

  @Test
  void the_page_in_the_documentation_is_the_catalogue() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "cases.md")))
        .as("./mimokit gate --list --markdown > docs/cases.md")
        .isEqualTo(CasePage.of(CASES));
  }

  @Test
  void every_case_is_there_with_all_its_criteria() {
    String page = CasePage.of(CASES);

    assertThat(CASES)
        .allSatisfy(
            one -> {
              assertThat(page).contains("### " + one.id() + " " + one.title() + "\n");
              assertThat(one.criteria())
                  .allSatisfy(criterion -> assertThat(page).contains(criterion.formula()));
            });
  }
}
