package dev.mimokit.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.RunFixture;
import dev.mimokit.report.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlPageTest {

  private final Path directory;

  HtmlPageTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private Document sample() throws IOException {
    return Jsoup.parse(SampleRun.in(directory).report().html());
  }

  private static int size(String html) {
    return html.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void the_matrix_says_both_verdicts_of_each_agent_in_words() throws IOException {
    Element row = sample().selectXpath("//table[@class='matrix']//tr[.//span='2.9']").first();

    assertThat(row).isNotNull();
    assertThat(row.select("td").eachText())
        .containsExactly("✓ OK", "i INFORMATIONAL", "✗ FAILED", "✓ OK");
    assertThat(row.select("th a").attr("href")).isEqualTo("#case-2.9");
  }

  @Test
  void a_case_shows_its_rule_its_evidence_and_a_timeline() throws IOException {
    Element tested = sample().getElementById("case-2.9");

    assertThat(tested).isNotNull();
    assertThat(tested.select(".rule").text()).startsWith("A wait of 30 s");
    assertThat(tested.select("details.run[open] .agent").eachText()).containsExactly("openai-java");
    assertThat(tested.select(".broken td").eachText())
        .containsExactly("early-retries == 0 (MUST)", "2 broken");
    assertThat(tested.select("rect.ignored")).hasSize(2);
    assertThat(tested.select("use[href=#m-early]")).hasSize(2);
  }

  @Test
  void the_judges_lines_stand_in_where_there_is_no_journal() throws IOException {
    RunFixture run = new RunFixture(directory);
    run.verdict("a", "1.1", Verdict.FAILED, Verdict.OK, "{\"timeline\":[\"job-1: 0.000 429\"]}");

    Document page = Jsoup.parse(run.report().html());

    assertThat(page.select("pre.lines").text()).isEqualTo("job-1: 0.000 429");
    assertThat(page.select("figure")).isEmpty();
  }

  @Test
  void every_figure_is_described_and_has_its_data_as_a_table() throws IOException {
    Document page = sample();

    assertThat(page.select("figure svg")).hasSizeGreaterThan(5);
    assertThat(page.select("figure svg"))
        .allMatch(svg -> svg.attr("role").equals("img") && !svg.attr("aria-label").isBlank());
    assertThat(page.select("figure.timeline")).allMatch(f -> !f.select("details table").isEmpty());
    assertThat(page.select("#latency details table")).hasSize(1);
    assertThat(page.select(".scroll")).allMatch(s -> s.attr("tabindex").equals("0"));
  }

  @Test
  void links_and_uses_lead_somewhere_and_ids_are_unique() throws IOException {
    Document page = sample();

    assertThat(page.select("[href]"))
        .allMatch(link -> page.getElementById(link.attr("href").substring(1)) != null);
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void nothing_is_loaded_and_nothing_runs() throws IOException {
    String html = SampleRun.in(directory).report().html();

    Document page = Jsoup.parse(html);
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(html).doesNotContain("http://", "https://", "@import", "javascript:");
    assertThat(page.select("script, link, img, iframe, object, embed, base, form")).isEmpty();
    assertThat(page.getAllElements())
        .allMatch(
            e -> e.attributes().asList().stream().noneMatch(a -> a.getKey().startsWith("on")));
  }

  @Test
  void hostile_text_stays_text() throws IOException {
    String hostile = "<script>alert(1)</script>\"'&<svg onload=x>";
    RunFixture run = new RunFixture(directory);
    run.manifest("{}", hostile).tested(hostile, hostile, hostile, hostile, hostile);
    String observed = "{\"note\":\"<b>n</b>\",\"<i>m</i>\":\"<u>\",\"timeline\":[\"</pre><p>\"]}";
    run.verdict(hostile, hostile, Verdict.FAILED, Verdict.OK, hostile, observed);
    run.call(hostile, hostile, hostile).asked(0).refused(0, 3).told(1, false, 429, hostile);
    run.file("gatling.json", "{\"<script>\":{\"<script>\":1}}");
    run.file("jmh.json", "[{\"benchmark\":\"<script>\",\"primaryMetric\":{\"score\":1}}]");
    run.latencies(Map.of("<script>", List.of(1L)));

    Document page = Jsoup.parse(run.report().html());

    assertThat(page.select("script, b, i, u, svg[onload]")).isEmpty();
    assertThat(page.select(".matrix .title").text()).isEqualTo(hostile);
    assertThat(page.select(".lead").text()).contains("1 FAILED");
    assertThat(page.select("article").attr("id")).isEqualTo("case-no-1");
  }

  @Test
  void twenty_agents_have_a_column_of_symbols_each_that_lead_to_the_evidence() throws IOException {
    RunFixture run = new RunFixture(directory);
    List<String> agents = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      agents.add("agent-" + i + "/recommended");
    }
    agents.add("<img src=x onerror=alert(1)>");
    run.manifest("{}", agents.toArray(String[]::new));
    agents.forEach(agent -> run.verdict(agent, "2.9", Verdict.FAILED, Verdict.OK, "{}"));
    run.verdict(agents.get(0), "3.1", Verdict.OK, Verdict.NON_STRICT, "{}");

    Document page = Jsoup.parse(run.report().html());

    assertThat(page.select(".dense thead .agent").eachText()).isEqualTo(agents);
    assertThat(page.select(".dense tbody tr").get(0).select("td a")).hasSize(20);
    assertThat(page.select(".dense tbody tr").get(1).select("td a")).hasSize(1);
    assertThat(page.select(".dense td a").get(19).attr("aria-label"))
        .isEqualTo("behavior FAILED, outcome OK");
    assertThat(page.select(".dense td a").eachAttr("href"))
        .allMatch(href -> page.getElementById(href.substring(1)) != null);
    assertThat(page.select("img, script")).isEmpty();
  }

  @Test
  void a_run_without_verdicts_shows_what_it_measured() throws IOException {
    RunFixture run = new RunFixture(directory);
    run.file(
        "jmh.json",
        """
        [{"benchmark":"a.b.Quota.admit","mode":"avgt","primaryMetric":
          {"score":41.237,"scoreError":"NaN","scoreUnit":"ns/op"},
          "secondaryMetrics":{"gc.alloc.rate.norm":{"score":24.0}}}]
        """);

    Document page = Jsoup.parse(run.report().html());

    assertThat(page.select("h1").text()).isEqualTo("Run report");
    assertThat(page.select("#benchmarks tbody tr").text())
        .isEqualTo("Quota.admit avgt 1 41.24 ns/op 24.00");
    assertThat(page.select("#verdicts, #latency, #load")).isEmpty();
  }

  @Test
  void an_empty_page_is_light() throws IOException {
    String html = new RunFixture(directory).file("manifest.json", "{}").report().html();

    assertThat(size(html)).isLessThan(150_000);
  }

  @Test
  void a_journal_of_200_000_events_stays_under_a_megabyte_and_a_half() throws IOException {
    RunFixture run = new RunFixture(directory);
    for (int tested = 0; tested < 40; tested++) {
      String id = tested / 10 + 1 + "." + tested % 10;
      for (String agent : List.of("a", "b", "c", "d")) {
        run.verdict(agent, id, Verdict.FAILED, Verdict.OK, "{\"lost\":1.0}");
        for (int i = 0; i < 160; i++) {
          var call = run.call(agent, id, "job-" + i).asked(0);
          call.refused(i * 0.01, 5).refused(2 + i * 0.01, 5).told(3, false, 429, "E");
        }
      }
    }

    String html = run.report().html();

    assertThat(size(html)).isLessThan(1_500_000);
    assertThat(Jsoup.parse(html).select("figure.timeline")).hasSize(160);
  }
}
