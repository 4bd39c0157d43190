package dev.mimokit.report.render;

import dev.mimokit.core.conformance.Evidence;
import dev.mimokit.core.conformance.Verdict;
import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.CaseVerdict;
import dev.mimokit.report.read.Manifest;
import dev.mimokit.report.read.Run;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML: a test suite an agent, a test case a case. FAILED is a failure, INCONCLUSIVE
 * an error, UNIMPLEMENTED skipped; NON-STRICT passes and says so in system-out. The graver of a
 * case's two verdicts counts.
 */
public final class JUnitXml {

  private final Run run;
  private final XMLStreamWriter xml;

  private JUnitXml(Run run, XMLStreamWriter xml) {
    this.run = run;
    this.xml = xml;
  }

  /** Renders it. */
  public static String of(Run run) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JUnitXml(run, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML into memory can always be written", e);
    }
    return out.append('\n').toString();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "mimokit gate");
    writeCounts(Tally.of(run.verdicts().values()));
    for (String agent : run.agents()) {
      writeSuite(agent);
    }
    end(0);
    xml.writeEndDocument();
  }

  private void writeCounts(Tally tally) throws XMLStreamException {
    attribute("tests", Integer.toString(tally.total()));
    attribute("failures", Integer.toString(tally.count(Verdict.FAILED)));
    attribute("errors", Integer.toString(tally.count(Verdict.INCONCLUSIVE)));
    attribute("skipped", Integer.toString(tally.count(Verdict.UNIMPLEMENTED)));
  }

  private void writeSuite(String agent) throws XMLStreamException {
    start(1, "testsuite");
    attribute("name", agent);
    writeCounts(Tally.of(run, agent));
    writeFacts();
    for (CaseText tested : run.cases()) {
      var verdict = run.verdict(agent, tested.id());
      if (verdict.isPresent()) {
        writeCase(agent, tested, verdict.get());
      }
    }
    end(1);
  }

  private void writeFacts() throws XMLStreamException {
    List<Map.Entry<String, String>> facts =
        run.manifests().stream()
            .map(Manifest::facts)
            .flatMap(said -> said.entrySet().stream())
            .distinct()
            .toList();
    writeProperties(2, facts);
  }

  private void writeProperties(int depth, List<Map.Entry<String, String>> entries)
      throws XMLStreamException {
    if (entries.isEmpty()) {
      return;
    }
    start(depth, "properties");
    for (Map.Entry<String, String> entry : entries) {
      line(depth + 1);
      xml.writeEmptyElement("property");
      attribute("name", entry.getKey());
      attribute("value", entry.getValue());
    }
    end(depth);
  }

  private void writeCase(String agent, CaseText tested, CaseVerdict verdict)
      throws XMLStreamException {
    start(2, "testcase");
    attribute("name", (tested.id() + " " + tested.title()).strip());
    attribute("classname", agent);
    attribute("time", seconds(agent, tested));
    writeProperties(3, List.copyOf(verdict.observed().entrySet()));
    writeResult(tested, verdict);
    end(2);
  }

  private void writeResult(CaseText tested, CaseVerdict verdict) throws XMLStreamException {
    switch (verdict.worst()) {
      case FAILED -> writeMessage("failure", tested, verdict);
      case INCONCLUSIVE -> writeMessage("error", tested, verdict);
      case UNIMPLEMENTED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        attribute("message", verdict.note().isBlank() ? sides(verdict) : verdict.note());
      }
      case NON_STRICT, INFORMATIONAL -> {
        start(3, "system-out");
        text(details(verdict));
        xml.writeEndElement();
      }
      case OK -> {}
    }
  }

  private void writeMessage(String element, CaseText tested, CaseVerdict verdict)
      throws XMLStreamException {
    start(3, element);
    attribute("type", verdict.worst().shown());
    attribute("message", tested.rule().isBlank() ? sides(verdict) : tested.rule());
    text(details(verdict));
    xml.writeEndElement();
  }

  private static String sides(CaseVerdict verdict) {
    return "behavior " + verdict.behavior().shown() + ", outcome " + verdict.outcome().shown();
  }

  private static String details(CaseVerdict verdict) {
    StringBuilder details = new StringBuilder(sides(verdict)).append('\n');
    append(details, "expected: ", verdict.expected());
    append(details, "observed: ", verdict.observedLine());
    append(details, "note: ", verdict.note());
    verdict.timeline().forEach(attempts -> append(details, "", attempts));
    return details.toString();
  }

  private static void append(StringBuilder details, String name, String text) {
    if (!text.isBlank()) {
      details.append(name).append(Plain.line(text)).append('\n');
    }
  }

  private String seconds(String agent, CaseText tested) {
    double seconds = run.evidence(agent, tested).map(JUnitXml::length).orElse(0.0);
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private static double length(Evidence evidence) {
    return evidence.attempts().stream()
        .findFirst()
        .map(first -> (evidence.endNanos() - first.receivedNanos()) / 1e9)
        .orElse(0.0);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Plain.line(value));
  }

  private void text(String lines) throws XMLStreamException {
    xml.writeCharacters(lines);
  }

  private void start(int depth, String element) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
