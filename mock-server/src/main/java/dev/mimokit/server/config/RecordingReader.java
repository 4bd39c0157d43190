package dev.mimokit.server.config;

import dev.mimokit.server.content.CaptureReader;
import dev.mimokit.server.content.RecordedAnswer;
import dev.mimokit.server.content.Recording;
import dev.mimokit.server.content.RecordingFile;
import dev.mimokit.server.yaml.YamlMap;
import dev.mimokit.server.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/** Reads one of {@code content.recordings} and the file it names. */
final class RecordingReader {

  private RecordingReader() {}

  static RecordedAnswer read(YamlValue entry) {
    YamlMap map = entry.map().only("match", "contains", "model", "file", "capture");
    if (map.find("file").isPresent() == map.find("capture").isPresent()) {
      throw entry.refused("expected either file or capture");
    }
    Recording recording =
        map.find("file").isPresent()
            ? load(map.get("file"), RecordingFile::read)
            : load(map.get("capture"), CaptureReader::read);
    return new RecordedAnswer(PatternReader.read(entry, map), recording);
  }

  private static Recording load(YamlValue file, Function<List<String>, Recording> format) {
    try {
      return format.apply(Files.readAllLines(file.besides()));
    } catch (IOException e) {
      throw file.refused("cannot be read: " + file.scalar());
    } catch (IllegalArgumentException e) {
      throw file.refused(file.scalar() + ": " + e.getMessage());
    }
  }
}
