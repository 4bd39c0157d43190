package dev.mimokit.server.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mimokit.server.content.Recording.Frame;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recordings as text: one {@code {"offsetMillis":120,"event":"ping","data":"…"}} a line; {@code
 * event} only where the event has a name.
 */
public final class RecordingFile {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String OFFSET = "offsetMillis";
  private static final String EVENT = "event";
  private static final String DATA = "data";

  private RecordingFile() {}

  /** The lines of a recording, each closed by a line feed. */
  public static String write(Recording recording) {
    StringWriter text = new StringWriter();
    for (Frame frame : recording.frames()) {
      text.append(line(frame)).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads what {@link #write} writes; blank lines are passed over.
   *
   * @throws IllegalArgumentException in one line that names the line, from 1
   */
  public static Recording read(List<String> lines) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        frames.add(frame(i + 1, lines.get(i)));
      }
    }
    return new Recording(frames);
  }

  private static String line(Frame frame) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField(OFFSET, frame.offsetMillis());
      if (!frame.event().isEmpty()) {
        json.writeStringField(EVENT, frame.event());
      }
      json.writeStringField(DATA, frame.data());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static Frame frame(int number, String line) {
    try (JsonParser json = JSON.createParser(line)) {
      Frame frame = frame(number, json);
      if (json.nextToken() != null) {
        throw wrong(number, "something follows the object");
      }
      return frame;
    } catch (JsonProcessingException e) {
      throw wrong(number, "is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Frame frame(int number, JsonParser json) throws IOException {
    long offset = -1;
    StringBuilder data = new StringBuilder();
    String event = "";
    boolean said = false;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw wrong(number, "expected an object with " + OFFSET + " and " + DATA);
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals(OFFSET) && value == JsonToken.VALUE_NUMBER_INT) {
        offset = json.getLongValue();
      } else if (name.equals(EVENT) && value == JsonToken.VALUE_STRING) {
        event = json.getText();
      } else if (name.equals(DATA) && value == JsonToken.VALUE_STRING) {
        data.append(json.getText());
        said = true;
      } else {
        throw wrong(number, "expected a whole " + OFFSET + " and a text " + DATA + ": " + name);
      }
    }
    if (offset < 0 || !said) {
      throw wrong(number, "expected an object with " + OFFSET + " from 0 and " + DATA);
    }
    return new Frame(offset, event, data.toString());
  }

  private static IllegalArgumentException wrong(int number, String mistake) {
    return new IllegalArgumentException("line " + number + ": " + mistake);
  }
}
