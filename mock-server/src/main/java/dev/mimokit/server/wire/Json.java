package dev.mimokit.server.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamWriteException;
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
public final class Json {

  /** Writes one value. */
  @FunctionalInterface
  public interface Content {
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

  /** Compact JSON. */
  public static byte[] compact(Content content) {
    return compact(NOTHING, content, NOTHING);
  }

  /** Compact JSON between two pieces of plain ASCII, as events have it. */
  public static byte[] compact(byte[] before, Content content, byte[] after) {
    Written out = new Written();
    out.writeBytes(before);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      content.writeTo(json);
    } catch (StreamWriteException halfCharacter) {
      return joined(before, repaired(content, false), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(after);
    return out.bytes();
  }

  /** What the generator hands over in one piece, and is not copied if that is all. */
  private static final class Written extends ByteArrayOutputStream {

    Written() {
      super(0);
    }

    byte[] bytes() {
      return count == buf.length ? buf : toByteArray();
    }
  }

  /** Compact JSON that repeats texts of the client, which may hold half characters. */
  public static byte[] repeating(byte[] before, Content content) {
    return joined(before, repaired(content, false), NOTHING);
  }

  /** JSON with four spaces to a level; it may repeat texts of the client. */
  public static byte[] pretty(Content content) {
    return repaired(content, true);
  }

  private static byte[] joined(byte[] before, byte[] middle, byte[] after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(before.length + middle.length);
    out.writeBytes(before);
    out.writeBytes(middle);
    out.writeBytes(after);
    return out.toByteArray();
  }

  /** The way of half characters: through a text, whose encoder replaces them. */
  private static byte[] repaired(Content content, boolean pretty) {
    StringWriter out = new StringWriter(160);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      if (pretty) {
        json.setPrettyPrinter(PRETTY.createInstance());
      }
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
