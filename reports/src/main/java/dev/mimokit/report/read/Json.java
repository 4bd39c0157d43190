package dev.mimokit.report.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads whole JSON files; each complaint names the file and, where it is known, the line. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Json() {}

  /** The file's content; empty when there is no such file. */
  static Optional<JsonNode> read(Path file) throws RunFormatException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = MAPPER.readTree(Files.readString(file));
      if (tree.isMissingNode()) {
        throw new RunFormatException(file + ": expected JSON, found an empty file");
      }
      return Optional.of(tree);
    } catch (JsonProcessingException e) {
      throw new RunFormatException(file + line(e) + ": expected JSON: " + e.getOriginalMessage());
    } catch (RunFormatException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ": line " + e.getLocation().getLineNr();
  }

  static RunFormatException unreadable(Path file, IOException e) {
    String reason =
        e instanceof CharacterCodingException ? "expected UTF-8 text" : "cannot be read: " + e;
    return new RunFormatException(file + ": " + reason);
  }

  static JsonNode object(Path file, String where, JsonNode node) throws RunFormatException {
    if (!node.isObject()) {
      throw expected(file, where, "an object", node);
    }
    return node;
  }

  static JsonNode array(Path file, String where, JsonNode node) throws RunFormatException {
    if (!node.isArray()) {
      throw expected(file, where, "a list", node);
    }
    return node;
  }

  static RunFormatException expected(Path file, String where, String what, JsonNode found) {
    String shown = found.isMissingNode() ? "nothing" : shortened(found.toString());
    return new RunFormatException(file + ": " + where + " must be " + what + ": " + shown);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /** A scalar as people write it; objects and lists as JSON; nothing as the empty text. */
  static String text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (node.isFloatingPointNumber() && Double.isFinite(node.doubleValue())) {
      return node.decimalValue().stripTrailingZeros().toPlainString();
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
