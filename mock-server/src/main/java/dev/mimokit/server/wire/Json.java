package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON in the platform's two textures: compact, and pretty with four spaces. Text that is not valid
 * Unicode, which a client can make us repeat, is written with replacement characters, never
 * refused.
 */
final class Json {

  /** Writes one value. */
  @FunctionalInterface
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("    ", "\n"));

  private Json() {}

  static byte[] compact(Content content) {
    return compact("", content, "");
  }

  /** Compact JSON between two pieces of plain text, as events have it. */
  static byte[] compact(String before, Content content, String after) {
    StringWriter out = new StringWriter(256);
    out.write(before);
    write(out, content, false);
    out.write(after);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] pretty(Content content) {
    StringWriter out = new StringWriter(160);
    write(out, content, true);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringWriter out, Content content, boolean pretty) {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      if (pretty) {
        json.setPrettyPrinter(PRETTY.createInstance());
      }
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
