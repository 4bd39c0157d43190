package dev.mimokit.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A case in words.
 *
 * @param severity of its gravest criterion; empty when the file does not say
 * @param sharesRunOf the case whose journal shows this one too; empty for its own
 */
public record CaseText(
    String id,
    String title,
    String rule,
    String reason,
    String severity,
    String sharesRunOf,
    List<String> criteria) {

  static final String FILE = "cases.json";

  /** Copies the list. */
  public CaseText {
    criteria = List.copyOf(criteria);
  }

  /** A case of which only the id is known. */
  public static CaseText unknown(String id) {
    return new CaseText(id, "", "", "", "", "", List.of());
  }

  static List<CaseText> read(Path directory) throws RunFormatException {
    Path file = directory.resolve(FILE);
    var tree = Json.read(file);
    if (tree.isEmpty()) {
      return List.of();
    }
    List<CaseText> cases = new ArrayList<>();
    for (JsonNode node : Json.array(file, "the file", tree.get())) {
      cases.add(of(file, Json.object(file, "each case", node)));
    }
    return List.copyOf(cases);
  }

  private static CaseText of(Path file, JsonNode node) throws RunFormatException {
    if (!node.path("id").isTextual()) {
      throw Json.expected(file, "id of each case", "a text", node.path("id"));
    }
    List<String> criteria = new ArrayList<>();
    node.path("criteria").forEach(criterion -> criteria.add(Json.text(criterion)));
    return new CaseText(
        node.path("id").asText(),
        Json.text(node.path("title")),
        Json.text(node.path("rule")),
        Json.text(node.path("reason")),
        Json.text(node.path("severity")),
        Json.text(node.path("sharesRunOf")),
        criteria);
  }
}
