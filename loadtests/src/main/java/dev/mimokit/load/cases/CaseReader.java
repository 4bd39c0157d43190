package dev.mimokit.load.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.core.conformance.Aspect;
import dev.mimokit.core.conformance.Case;
import dev.mimokit.core.conformance.Comparison;
import dev.mimokit.core.conformance.Criterion;
import dev.mimokit.core.conformance.Load;
import dev.mimokit.core.conformance.Metric;
import dev.mimokit.core.conformance.Phase;
import dev.mimokit.core.conformance.ServerScript;
import dev.mimokit.core.conformance.Severity;
import dev.mimokit.core.conformance.TimeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads case files: {@code {"schemaVersion":1,"cases":[…]}}. A case that shares the run of an
 * earlier one takes over its load, script and phase, and must not name its own.
 */
final class CaseReader {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final Pattern FORMULA = Pattern.compile("([a-z0-9-]+) (==|<=|>=) ([0-9.]+)");

  private final Map<String, Case> cases = new LinkedHashMap<>();

  /** The cases read so far, in the order of the files. */
  List<Case> cases() {
    return List.copyOf(cases.values());
  }

  /** Reads one file's content; {@code file} begins every complaint. */
  void read(String file, String content) {
    JsonNode root = parse(file, content);
    try (Fields fields = new Fields(file, root)) {
      if (fields.number("schemaVersion") != 1) {
        throw new CaseFormatException(file + ".schemaVersion must be 1");
      }
      fields.objects("cases", this::named);
    }
  }

  private static JsonNode parse(String file, String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new CaseFormatException(
          file + " line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    }
  }

  private Case named(Fields anonymous) {
    Case read = anonymous.named("case " + anonymous.text("id"), this::read);
    if (cases.putIfAbsent(read.id(), read) != null) {
      throw new CaseFormatException("case " + read.id() + " is there twice");
    }
    return read;
  }

  private Case read(Fields fields) {
    Optional<Case> shared = shared(fields);
    return fields.made(
        "criteria",
        fields.objects("criteria", CaseReader::criterion),
        criteria ->
            new Case(
                fields.text("id"),
                fields.text("title"),
                fields.text("rule"),
                fields.text("reason"),
                time(fields),
                shared.map(Case::id),
                fields.flag("smoke"),
                fields.flag("nightly"),
                fields.flag("solo"),
                shared.map(Case::load).orElseGet(() -> fields.object("load", CaseReader::load)),
                shared.map(Case::script).orElseGet(() -> script(fields)),
                shared
                    .map(Case::phase)
                    .orElseGet(() -> fields.optional("phase", CaseReader::phase)),
                criteria));
  }

  /** Loads last as long as they are watched. */
  private static TimeMode time(Fields fields) {
    boolean watched = fields.text("id").startsWith("load.") && !fields.has("time");
    return watched
        ? new TimeMode(TimeMode.Kind.REAL, 0, false, false)
        : fields.made("time", fields.text("time"), TimeMode::of);
  }

  private Optional<Case> shared(Fields fields) {
    if (!fields.has("sharesRunOf")) {
      return Optional.empty();
    }
    String other = fields.text("sharesRunOf");
    return fields.made(
        "sharesRunOf",
        other,
        id -> {
          Case found = cases.get(id);
          if (found == null || found.sharesRunOf().isPresent()) {
            throw new IllegalArgumentException("expected an earlier case with its own run: " + id);
          }
          return Optional.of(found);
        });
  }

  private static Load load(Fields f) {
    int calls = f.count("calls");
    int keys = f.count("keys");
    boolean stream = f.flag("stream");
    long spacing = f.has("spacingMillis") ? f.number("spacingMillis") : 0;
    long deadline = f.number("deadlineMillis");
    Load.Manner manner = manner(f);
    return f.made(
        "observeMillis",
        f.number("observeMillis"),
        observe -> new Load(calls, keys, stream, spacing, deadline, observe, manner));
  }

  private static Load.Manner manner(Fields f) {
    long cancel = f.has("cancelMillis") ? f.number("cancelMillis") : 0;
    long closed = f.has("closedMillis") ? f.number("closedMillis") : 0;
    List<String> models = f.has("models") ? f.list("models") : List.of();
    return f.made(
        "firstPromptTokens",
        f.count("firstPromptTokens", 0),
        tokens -> new Load.Manner(cancel, closed, models, tokens));
  }

  private static ServerScript script(Fields fields) {
    return fields
        .optional(
            "script",
            f -> new ServerScript(f.objectLists("variants", StepReader::read), repeats(f)))
        .orElse(ServerScript.NONE);
  }

  private static boolean repeats(Fields fields) {
    return fields.made(
        "then",
        fields.text("then"),
        then ->
            switch (then) {
              case "serve" -> false;
              case "repeat" -> true;
              default -> throw new IllegalArgumentException("must be serve or repeat: " + then);
            });
  }

  private static Phase phase(Fields f) {
    return new Phase(
        f.text("profile"),
        f.flag("sendRetryAfter"),
        f.number("windowAgeMillis"),
        new Phase.Used(f.count("usedRequests"), f.has("usedTokens") ? f.number("usedTokens") : 0),
        new Phase.Limits(optional(f, "requestsPerMinute"), optional(f, "concurrency")));
  }

  private static OptionalInt optional(Fields f, String name) {
    return f.has(name) ? OptionalInt.of(f.count(name)) : OptionalInt.empty();
  }

  private static Criterion criterion(Fields f) {
    Aspect aspect = f.made("aspect", upper(f.text("aspect")), Aspect::valueOf);
    Severity severity = f.made("severity", f.text("severity"), Severity::valueOf);
    String reason = f.text("reason");
    return f.made(
        "formula",
        f.text("formula"),
        formula -> {
          Matcher parts = FORMULA.matcher(formula);
          if (!parts.matches()) {
            throw new IllegalArgumentException(
                "expected a metric, ==, <= or >=, and a number: " + formula);
          }
          return new Criterion(
              aspect,
              Metric.of(parts.group(1)),
              Comparison.of(parts.group(2)),
              Double.parseDouble(parts.group(3)),
              severity,
              reason);
        });
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
