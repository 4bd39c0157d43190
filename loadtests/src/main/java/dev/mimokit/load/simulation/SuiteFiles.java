package dev.mimokit.load.simulation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mimokit.load.scenario.SuitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that go between the suite's JVM and its caller. Each is written whole under a temporary
 * name and then renamed.
 */
final class SuiteFiles {

  static final String FACTS = "gatling.json";
  static final String LATENCIES = "latency.hlog";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private SuiteFiles() {}

  /** Reads a plan; an {@link IllegalArgumentException} says in one line what is wrong with it. */
  static SuitePlan readPlan(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), SuitePlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + where(e) + ": " + what(e), e);
    }
  }

  private static String where(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping ? field(mapping) : line(e.getLocation());
  }

  private static String line(@Nullable JsonLocation location) {
    return location == null ? "" : " line " + location.getLineNr();
  }

  private static String field(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : " field " + path;
  }

  private static String what(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown field, expected one of " + unknown.getKnownPropertyIds();
    }
    String message = e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
    return String.valueOf(message).lines().findFirst().orElse(e.toString());
  }

  static void writePlan(Path file, SuitePlan plan) throws IOException {
    replace(file, JSON.writeValueAsBytes(plan));
  }

  static SuiteFacts readFacts(Path out) throws IOException {
    return JSON.readValue(out.resolve(FACTS).toFile(), SuiteFacts.class);
  }

  static void writeFacts(Path out, SuiteFacts facts) throws IOException {
    replace(out.resolve(FACTS), JSON.writeValueAsBytes(facts));
  }

  static void replace(Path file, byte[] content) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    Files.write(whole, content);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
