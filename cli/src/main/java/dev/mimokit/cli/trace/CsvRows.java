package dev.mimokit.cli.trace;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of comma-separated values, whose first line names the columns. Lines end in LF, CRLF or not
 * at all; empty lines and a byte order mark do not count.
 */
final class CsvRows {

  private final Path file;
  private final Layout layout;

  CsvRows(Path file, Layout layout) {
    this.file = file;
    this.layout = layout;
  }

  void read(InputStream in, RowSink sink) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(in, StandardCharsets.UTF_8)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new TraceFormatException(file, 1, "expected a line of column names, found nothing");
      }
      rows(records.next(), records, sink);
    } catch (CsvParseException e) {
      throw new TraceFormatException(file, "is not CSV: " + oneLine(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void rows(CsvRecord header, Iterator<CsvRecord> records, RowSink sink) {
    int[] places = places(header);
    String[] texts = new String[places.length];
    while (records.hasNext()) {
      CsvRecord row = records.next();
      if (row.getFieldCount() != header.getFieldCount()) {
        throw new TraceFormatException(
            file,
            row.getStartingLineNumber(),
            "column %d: expected %d columns as in line %d, found %d"
                .formatted(
                    Math.min(row.getFieldCount(), header.getFieldCount()) + 1,
                    header.getFieldCount(),
                    header.getStartingLineNumber(),
                    row.getFieldCount()));
      }
      for (int i = 0; i < places.length; i++) {
        texts[i] = row.getField(places[i] - 1);
      }
      sink.accept(row.getStartingLineNumber(), texts, places);
    }
  }

  private int[] places(CsvRecord header) {
    List<String> names = header.getFields();
    int[] places = new int[layout.columns().size()];
    for (int i = 0; i < names.size(); i++) {
      int column = layout.columnOf(names.get(i));
      if (column >= 0) {
        places[column] = i + 1;
      }
    }
    for (int i = 0; i < places.length; i++) {
      if (places[i] == 0) {
        throw new TraceFormatException(
            file,
            header.getStartingLineNumber(),
            "expected a column %s, found %s"
                .formatted(
                    layout.columns().get(i), TraceFormatException.shown(String.join(",", names))));
      }
    }
    return Arrays.copyOf(places, places.length);
  }

  private static String oneLine(CsvParseException e) {
    String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    return (e.getMessage() + cause).replaceAll("\\s+", " ");
  }
}
