package dev.mimokit.core.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;

/** Reads a revision's resource; each method knows the fields of one object. */
final class CatalogReader {

  private static final long SCHEMA_VERSION = 1;

  private CatalogReader() {}

  static Catalog read(String name, InputStream in) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      return catalog(JsonNode.read(name, parser));
    }
  }

  private static Catalog catalog(JsonNode node) {
    if (node.whole("schemaVersion") != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          node.path() + ": schemaVersion must be 1: " + node.whole("schemaVersion"));
    }
    return new Catalog(
        node.text("revision"),
        node.text("source"),
        node.objects("models", CatalogReader::model),
        node.object("listing", CatalogReader::listing),
        node.objects("guide", CatalogReader::recommendation),
        node.objects("retired", CatalogReader::retired));
  }

  private static ModelSpec model(JsonNode node) {
    return new ModelSpec(
        node.text("id"),
        node.text("series"),
        node.constant("kind", ModelSpec.Kind.class),
        node.constants("capabilities", ModelSpec.Capability.class),
        node.constants("inputs", ModelSpec.Modality.class),
        node.constants("outputs", ModelSpec.Modality.class),
        node.object("limits", CatalogReader::limits),
        node.object("thinking", CatalogReader::thinking),
        node.object("temperature", CatalogReader::setting),
        node.object("topP", CatalogReader::setting),
        node.optionalObject("speech", CatalogReader::speech),
        node.optionalObject("hearing", CatalogReader::hearing),
        node.optionalObject("forwarding", CatalogReader::forwarding),
        node.object("price", CatalogReader::price),
        node.texts("notes"));
  }

  private static Limits limits(JsonNode node) {
    return new Limits(
        node.object("context", CatalogReader::figure),
        node.object("maxOutput", CatalogReader::figure),
        node.object("defaultMaxCompletion", CatalogReader::figure),
        node.optionalObject("rpm", CatalogReader::figure),
        node.optionalObject("tpm", CatalogReader::figure),
        node.optionalObject("concurrency", CatalogReader::figure));
  }

  private static Figure figure(JsonNode node) {
    return new Figure(
        node.whole("value"),
        node.text("printed"),
        provenance(node),
        node.constant("expansion", Provenance.class),
        node.text("source"));
  }

  private static Thinking thinking(JsonNode node) {
    return new Thinking(
        node.flag("supported"),
        node.flag("enabledByDefault"),
        provenance(node),
        node.text("source"));
  }

  private static Setting setting(JsonNode node) {
    return new Setting(
        node.optionalDecimal("preset"),
        node.decimal("min"),
        node.decimal("max"),
        node.optionalDecimal("whileThinking"),
        provenance(node),
        node.text("source"));
  }

  private static Speech speech(JsonNode node) {
    return new Speech(
        node.constant("voice", Speech.VoiceField.class),
        node.texts("voices"),
        node.optionalText("preset"),
        node.optionalText("form"),
        node.flag("userMessageRequired"),
        node.flag("optimizeTextPreview"),
        provenance(node),
        node.text("source"));
  }

  private static Hearing hearing(JsonNode node) {
    return new Hearing(
        node.texts("languages"), node.texts("formats"), provenance(node), node.text("source"));
  }

  private static Forwarding forwarding(JsonNode node) {
    return new Forwarding(
        node.text("target"),
        OffsetDateTime.parse(node.text("from")),
        OffsetDateTime.parse(node.text("invalidFrom")),
        provenance(node),
        node.text("source"));
  }

  private static Price price(JsonNode node) {
    return switch (node.constant("per", Price.Unit.class)) {
      case MILLION_TOKENS ->
          new Price.PerToken(
              node.text("currency"),
              node.objects("bands", CatalogReader::band),
              provenance(node),
              node.text("source"));
      case AUDIO_HOUR ->
          new Price.PerAudioHour(
              node.text("currency"), node.decimal("amount"), provenance(node), node.text("source"));
      case NOTHING -> new Price.Free(provenance(node), node.text("source"));
    };
  }

  private static Price.Band band(JsonNode node) {
    return new Price.Band(
        node.whole("aboveInput"),
        node.decimal("cacheHit"),
        node.decimal("cacheMiss"),
        node.decimal("output"));
  }

  private static Listing listing(JsonNode node) {
    return new Listing(node.texts("ids"), provenance(node), node.text("source"));
  }

  private static Recommendation recommendation(JsonNode node) {
    return new Recommendation(
        node.text("requirement"), node.texts("models"), node.optionalText("note"));
  }

  private static RetiredModel retired(JsonNode node) {
    return new RetiredModel(
        node.text("id"),
        node.optionalObject("forwarding", CatalogReader::forwarding),
        node.optionalText("note"));
  }

  private static Provenance provenance(JsonNode node) {
    return node.constant("provenance", Provenance.class);
  }
}
