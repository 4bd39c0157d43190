package dev.mimokit.report.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.report.read.CaseText;
import dev.mimokit.report.read.Run;

/** A run's verdicts in the form of {@code verdicts.json}, as one shard or as all of them united. */
public final class VerdictsJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private VerdictsJson() {}

  /** Renders with {@code schemaVersion} 1; each verdict as it was read. */
  public static String of(Run run) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", 1);
    ObjectNode agents = root.putObject("agents");
    for (String agent : run.agents()) {
      ObjectNode cases = JsonNodeFactory.instance.objectNode();
      for (CaseText tested : run.cases()) {
        run.verdict(agent, tested.id())
            .ifPresent(verdict -> cases.set(tested.id(), verdict.source()));
      }
      agents.set(agent, cases);
    }
    root.put("exit", run.exit());
    return written(root);
  }

  private static String written(ObjectNode root) {
    DefaultPrettyPrinter pretty =
        new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    try {
      return MAPPER.writer(pretty).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }
}
