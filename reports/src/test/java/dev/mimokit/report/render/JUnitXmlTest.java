package dev.mimokit.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.RunFixture;
import dev.mimokit.report.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

final class JUnitXmlTest {

  private final Path directory;

  JUnitXmlTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static Element parsed(String xml) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static List<Element> elements(Element in, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = in.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  @Test
  void a_suite_is_an_agent_and_counts_its_cases() throws IOException {
    Element root = parsed(SampleRun.in(directory).report().junit());

    Element suite = elements(root, "testsuite").get(1);
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(suite.getAttribute("name")).isEqualTo("openai-java");
    assertThat(suite.getAttribute("tests")).isEqualTo("6");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(elements(root, "testsuite").get(0).getAttribute("errors")).isEqualTo("1");
    assertThat(elements(suite, "testcase"))
        .extracting(tested -> tested.getAttribute("name"))
        .startsWith("1.1 429 is retried", "2.1 Retry-After in seconds");
  }

  @Test
  void each_verdict_has_its_element() throws IOException {
    Element root = parsed(SampleRun.in(directory).report().junit());

    Element failure = elements(root, "failure").get(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("A wait of 30 s is honoured, or the call is given up.");
    assertThat(failure.getTextContent())
        .contains("expected: early-retries == 0 (MUST)\n")
        .contains("observed: early-retries 2\n")
        .contains("8.003 429 asked 30 s");
    assertThat(elements(root, "error")).hasSize(1);
    assertThat(elements(root, "skipped")).hasSize(1);
    assertThat(elements(root, "system-out"))
        .anyMatch(out -> out.getTextContent().contains("behavior NON-STRICT"));
  }

  @Test
  void measured_figures_are_properties_and_the_journal_gives_the_time() throws IOException {
    Element root = parsed(SampleRun.in(directory).report().junit());

    Element burst = elements(root, "testcase").get(5);
    assertThat(elements(burst, "property"))
        .extracting(p -> p.getAttribute("name") + "=" + p.getAttribute("value"))
        .containsExactly("lost=0", "retry-amplification=1.333", "makespan=5.684");
    assertThat(Double.parseDouble(burst.getAttribute("time"))).isBetween(5.0, 7.0);
  }

  @Test
  void hostile_text_stays_text() throws IOException {
    String hostile = "<script>\u0000\u0008\ufffe \"]]>&";
    RunFixture run = new RunFixture(directory).tested("1.1", hostile);

    Element root =
        parsed(run.verdict(hostile, "1.1", Verdict.FAILED, Verdict.OK, "{}").report().junit());

    assertThat(elements(root, "testcase").get(0).getAttribute("name"))
        .isEqualTo("1.1 <script>    \"]]>&");
  }
}
