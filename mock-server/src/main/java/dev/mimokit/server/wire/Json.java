package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
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

  private static final byte[] NOTHING = new byte[0];

  private Json() {}

  /** Compact JSON of our own texts. */
  static byte[] compact(Content content) {
    return compact(NOTHING, content, NOTHING);
  }

  /** Compact JSON of our own texts between two pieces of plain ASCII, as events have it. */
  static byte[] compact(byte[] before, Content content, byte[] after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.writeBytes(before);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(after);
    return out.toByteArray();
  }

  /** Compact JSON that repeats texts of the client. */
  static byte[] repeating(String before, Content content) {
    StringWriter out = new StringWriter(160);
    out.write(before);
    write(out, content, false);
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
