package dev.mimokit.server.content;

import dev.mimokit.server.content.Recording.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a stream that was captured line by line with the seconds before each line, as {@code curl
 * -sN … | ts -s %.s} prints it:
 *
 * <pre>
 *   0.412003 data: {"id":"…"}
 *   0.412051
 *   0.437110 data: [DONE]
 * </pre>
 *
 * Data lines up to a blank line are one event, which came with its first and may have a name;
 * comments and other fields are passed over.
 */
public final class CaptureReader {

  private static final Pattern LINE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(?: (.*))?");
  private static final String DATA = "data:";
  private static final String EVENT = "event:";
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private final List<Frame> frames = new ArrayList<>();
  private final List<String> event = new ArrayList<>();
  private String name = "";
  private long eventMillis;

  private CaptureReader() {}

  /**
   * Reads the lines of a capture.
   *
   * @throws IllegalArgumentException in one line that names the line, from 1
   */
  public static Recording read(List<String> lines) {
    CaptureReader reader = new CaptureReader();
    for (int i = 0; i < lines.size(); i++) {
      Matcher parts = LINE.matcher(lines.get(i).stripTrailing());
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + ": expected the seconds, a space and a line of the stream");
      }
      String text = parts.group(2) == null ? "" : parts.group(2);
      reader.line(millis(parts.group(1)), text);
    }
    reader.close();
    return new Recording(reader.frames);
  }

  private void line(long millis, String text) {
    if (text.isBlank()) {
      close();
    } else if (text.startsWith(EVENT)) {
      name = text.substring(EVENT.length()).strip();
    } else if (text.startsWith(DATA)) {
      if (event.isEmpty()) {
        eventMillis = millis;
      }
      String data = text.substring(DATA.length());
      event.add(data.startsWith(" ") ? data.substring(1) : data);
    }
  }

  private void close() {
    if (!event.isEmpty()) {
      StringJoiner data = new StringJoiner("\n");
      event.forEach(data::add);
      frames.add(new Frame(eventMillis, name, data.toString()));
      event.clear();
    }
    name = "";
  }

  private static long millis(String seconds) {
    return new BigDecimal(seconds)
        .multiply(MILLIS)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
