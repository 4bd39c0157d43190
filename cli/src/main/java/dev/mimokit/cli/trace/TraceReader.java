package dev.mimokit.cli.trace;

import dev.mimokit.core.sim.Trace;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads traces of any length: a row is 16 bytes once it is read, about 50 while it is sorted. What
 * is packed with gzip is unpacked on the way.
 */
public final class TraceReader {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private TraceReader() {}

  /**
   * Reads a file.
   *
   * @param sorting whether rows may stand in any order
   * @throws TraceFormatException in one line: file, line, column and what was expected
   */
  public static Trace read(Path file, Layout layout, boolean sorting) {
    if (!Files.isRegularFile(file)) {
      throw new TraceFormatException(
          file, "expected a trace, " + (Files.exists(file) ? "found no file" : "there is none"));
    }
    RowSink sink = new RowSink(file, layout, sorting);
    try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      switch (layout.container()) {
        case CSV -> new CsvRows(file, layout).read(in, sink);
        case JSONL -> new JsonRows(file, layout).read(in, sink);
      }
    } catch (ZipException | EOFException e) {
      throw new TraceFormatException(file, "is not whole gzip: " + e.getMessage());
    } catch (IOException e) {
      throw new TraceFormatException(file, "cannot be read: " + e.getMessage());
    }
    return sink.trace();
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
  }
}
