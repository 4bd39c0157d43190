package dev.mimokit.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mimokit.cli.program.ExitCode;
import dev.mimokit.cli.program.ExitException;
import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.Figure;
import dev.mimokit.core.catalog.Limits;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.Recommendation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the catalogue: every limit with the ground it stands on. */
@Command(
    name = "models",
    description = "The documented models and their limits, each with its provenance.")
final class ModelsCommand implements Callable<Integer> {

  private static final String ROW = "%-26s %-7s %-13s %-13s %-7s %-8s%n";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--revision",
      paramLabel = "R",
      defaultValue = Catalog.DEFAULT_REVISION,
      description = "Revision of the page: 2026-05-22 (default) or 2026-10-09.")
  private String revision = Catalog.DEFAULT_REVISION;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--recommend",
      paramLabel = "REQUIREMENT",
      description = "Which model the page's selection guide recommends for a requirement.")
  private @Nullable String requirement;

  @Override
  public Integer call() {
    Catalog catalog = load(revision);
    List<Recommendation> guide = requirement == null ? List.of() : recommend(catalog, requirement);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          (requirement == null ? asJson(catalog) : asJson(catalog, guide)).toPrettyString());
    } else if (requirement == null) {
      print(out, catalog);
    } else {
      guide.forEach(row -> print(out, row));
    }
    return ExitCode.OK;
  }

  static Catalog load(String revision) {
    try {
      return Catalog.load(revision);
    } catch (IllegalArgumentException e) {
      throw ExitException.usage(e);
    }
  }

  private static List<Recommendation> recommend(Catalog catalog, String requirement) {
    List<Recommendation> rows = catalog.recommend(requirement);
    if (rows.isEmpty()) {
      throw ExitException.usage(
          "no row of the selection guide matches '"
              + requirement
              + "': expected words of "
              + catalog.guide().stream()
                  .map(row -> "'" + row.requirement() + "'")
                  .collect(Collectors.joining(", ")));
    }
    return rows;
  }

  private static void print(PrintWriter out, Recommendation row) {
    out.println(row.requirement() + ": " + String.join(" or ", row.models()));
    row.note().ifPresent(note -> out.println("  note: " + note));
  }

  private static void print(PrintWriter out, Catalog catalog) {
    out.println("revision " + catalog.revision() + " (" + catalog.source() + ")");
    out.println();
    out.printf(ROW, "MODEL", "SERIES", "CONTEXT", "MAX OUTPUT", "RPM", "TPM");
    for (ModelSpec model : catalog.models()) {
      Limits limits = model.limits();
      out.printf(
          ROW,
          model.id(),
          model.series(),
          shown(limits.context()),
          shown(limits.maxOutput()),
          shown(limits.rpm()),
          shown(limits.tpm()));
    }
    out.println();
    out.println(
        "Limits per minute hold per account and model, summed over all keys of the account.");
    out.println("The concurrency limit exists and its number was never published.");
    out.println(
        "d documented, i inherited from a merged cell, o observed, a assumed; after a slash:");
    out.println("how the reading as a whole number is known (128K = 131072, 10M = 10000000).");
  }

  private static String shown(Optional<Figure> figure) {
    return figure.map(ModelsCommand::shown).orElse("-");
  }

  private static String shown(Figure figure) {
    String ground = letter(figure.provenance().name());
    return figure.expansion() == figure.provenance()
        ? figure.printed() + " " + ground
        : figure.printed() + " " + ground + "/" + letter(figure.expansion().name());
  }

  private static String letter(String provenance) {
    return provenance.substring(0, 1).toLowerCase(Locale.ROOT);
  }

  private static ObjectNode asJson(Catalog catalog, List<Recommendation> guide) {
    ObjectNode answer = Json.answer().put("revision", catalog.revision());
    ArrayNode rows = answer.putArray("recommendations");
    guide.forEach(
        row -> {
          ObjectNode node = rows.addObject().put("requirement", row.requirement());
          row.models().forEach(node.putArray("models")::add);
          row.note().ifPresent(note -> node.put("note", note));
        });
    return answer;
  }

  private static ObjectNode asJson(Catalog catalog) {
    ObjectNode answer =
        Json.answer().put("revision", catalog.revision()).put("source", catalog.source());
    ArrayNode models = answer.putArray("models");
    catalog.models().forEach(model -> describe(models.addObject(), model));
    return answer;
  }

  private static void describe(ObjectNode node, ModelSpec model) {
    node.put("id", model.id()).put("series", model.series());
    node.put("kind", model.kind().name().toLowerCase(Locale.ROOT));
    ArrayNode capabilities = node.putArray("capabilities");
    model.capabilities().forEach(c -> capabilities.add(c.name().toLowerCase(Locale.ROOT)));
    Limits limits = model.limits();
    describe(node.putObject("contextTokens"), limits.context());
    describe(node.putObject("maxOutputTokens"), limits.maxOutput());
    describe(node.putObject("defaultMaxCompletionTokens"), limits.defaultMaxCompletion());
    optional(node, "requestsPerMinute", limits.rpm());
    optional(node, "tokensPerMinute", limits.tpm());
    optional(node, "concurrency", limits.concurrency());
  }

  private static void optional(ObjectNode node, String name, Optional<Figure> figure) {
    figure.ifPresentOrElse(
        known -> describe(node.putObject(name), known), () -> node.putNull(name));
  }

  private static void describe(ObjectNode node, Figure figure) {
    node.put("value", figure.value())
        .put("printed", figure.printed())
        .put("provenance", figure.provenance().name())
        .put("expansion", figure.expansion().name())
        .put("source", figure.source());
  }
}
