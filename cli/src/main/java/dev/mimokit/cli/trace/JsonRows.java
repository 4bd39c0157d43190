package dev.mimokit.cli.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Rows of JSON objects, one after another. Names that are not needed are passed over. */
final class JsonRows {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final Layout layout;
  private final String[] texts;
  private final int[] places;

  JsonRows(Path file, Layout layout) {
    this.file = file;
    this.layout = layout;
    this.texts = new String[layout.columns().size()];
    this.places = new int[texts.length];
  }

  void read(InputStream in, RowSink sink) throws IOException {
    try (JsonParser json = FACTORY.createParser(in)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw new TraceFormatException(
              file,
              line(json),
              "column %d: expected a JSON object, found %s".formatted(place(json), token));
        }
        row(json, sink);
      }
    } catch (JsonProcessingException e) {
      throw new TraceFormatException(
          file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          "column %d: is not JSON: %s"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage().replaceAll("\\s+", " ")));
    }
  }

  private void row(JsonParser json, RowSink sink) throws IOException {
    long line = line(json);
    Arrays.fill(places, 0);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      int column = layout.columns().indexOf(json.currentName());
      JsonToken value = json.nextToken();
      if (column < 0 || !value.isScalarValue()) {
        json.skipChildren();
      } else {
        places[column] = place(json);
        texts[column] = value == JsonToken.VALUE_NULL ? "" : json.getText();
      }
    }
    for (int i = 0; i < places.length; i++) {
      if (places[i] == 0) {
        throw new TraceFormatException(
            file, line, "expected a number named " + layout.columns().get(i) + ", found none");
      }
    }
    sink.accept(line, texts, places);
  }

  private static long line(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }

  private static int place(JsonParser json) {
    return json.currentTokenLocation().getColumnNr();
  }
}
