package dev.mimokit.load.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The lines of a stream that nobody vouches for: none is longer than can be kept. */
final class DriverLines {

  /** Characters; the longest answer of a case is some thousand. ASSUMED to be enough for any. */
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 13;

  private final Consumer<String> reader;
  private final Runnable tooLong;
  private final StringBuilder line = new StringBuilder();
  private boolean skipping;

  /** Lines for {@code reader}; {@code tooLong} hears of each that is longer and thrown away. */
  DriverLines(Consumer<String> reader, Runnable tooLong) {
    this.reader = reader;
    this.tooLong = tooLong;
  }

  /** Reads to the end of the stream, or until it breaks, which is an end as well. */
  void read(InputStream stream) {
    try (Reader in = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      char[] buffer = new char[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        take(buffer, read);
      }
    } catch (IOException e) {
      // A closed pipe: what came is all there is.
      line.setLength(Math.min(line.length(), LONGEST));
    }
    if (!line.isEmpty()) {
      reader.accept(line.toString());
    }
  }

  private void take(char[] buffer, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        append(buffer, from, i);
        end();
        from = i + 1;
      }
    }
    append(buffer, from, length);
  }

  private void append(char[] buffer, int from, int to) {
    if (!skipping) {
      line.append(buffer, from, to - from);
      skipping = line.length() > LONGEST;
      if (skipping) {
        tooLong.run();
        line.setLength(0);
      }
    }
  }

  private void end() {
    if (!skipping) {
      int length = line.length();
      boolean carriage = length > 0 && line.charAt(length - 1) == '\r';
      reader.accept(line.substring(0, carriage ? length - 1 : length));
    }
    skipping = false;
    line.setLength(0);
  }
}
