package dev.mimokit.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.RunFixture;
import dev.mimokit.report.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownSummaryTest {

  private final Path directory;

  MarkdownSummaryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void shows_the_table_the_evidence_and_how_to_reproduce() throws IOException {
    String markdown = SampleRun.in(directory).report().markdown();

    assertThat(markdown)
        .startsWith("## mimokit gate failed\n")
        .contains("| 2.9 | Retry-After of 30 s | OK / INFORMATIONAL | **FAILED / OK** |\n")
        .contains("- observed: early-retries 2\n")
        .contains("    job-0001: 0.000 429 asked 30 s | 8.003 429 asked 30 s")
        .contains("    ./mimokit gate --agent openai-java --cases 2.9,2.18,4.1\n");
  }

  @Test
  void fits_60_kb_and_says_what_it_left_out() throws IOException {
    RunFixture run = new RunFixture(directory);
    for (int i = 0; i < 2_000; i++) {
      run.tested("9." + i, "title ".repeat(20));
      run.verdict(
          "agent", "9." + i, Verdict.FAILED, Verdict.OK, "{\"note\":\"" + "ж".repeat(900) + "\"}");
    }

    String markdown = run.report().markdown();

    assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60_000);
    assertThat(markdown)
        .containsPattern("\\d+ more rows are in index.html")
        .containsPattern("\\d+ more verdicts are in index.html")
        .contains("./mimokit gate --agent agent --cases 9.0,9.1,");
  }

  @Test
  void hostile_text_is_no_markup() throws IOException {
    RunFixture run = new RunFixture(directory).tested("1.1", "<img src=x> | `a` [b](c)\n# d");

    String markdown =
        run.verdict("a|b; rm x", "1.1", Verdict.FAILED, Verdict.OK, "{}").report().markdown();

    assertThat(markdown)
        .doesNotContain("<img", "\n# d")
        .contains("| 1.1 | &lt;img src=x&gt; \\| \\`a\\` \\[b\\]\\(c\\) \\# d |")
        .contains("--agent 'a|b; rm x' --cases 1.1");
  }
}
