package dev.mimokit.core.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package diagram of ARCHITECTURE.md: its one {@code plantuml} block, cut out into a file of
 * its own, since ArchUnit reads PlantUML and not Markdown.
 */
final class Picture {

  private static final Pattern BLOCK = Pattern.compile("(?s)```plantuml\\n(.*?)```");
  private static final Pattern ROOM =
      Pattern.compile("(?m)^\\[\\w+] <<\\.\\.(core\\.[\\w.]+)\\.\\.>>$");

  private final String diagram;

  private Picture(String diagram) {
    this.diagram = diagram;
  }

  /** Refuses a document with no such block, or with more than one. */
  static Picture of(Path markdown) {
    Matcher blocks = BLOCK.matcher(read(markdown));
    if (!blocks.find()) {
      throw new IllegalStateException("no ```plantuml block in " + markdown);
    }
    Picture picture = new Picture(blocks.group(1));
    if (blocks.find()) {
      throw new IllegalStateException("more than one ```plantuml block in " + markdown);
    }
    return picture;
  }

  /** Writes the diagram where ArchUnit can read it. */
  Path writeTo(Path directory) throws IOException {
    return Files.writeString(directory.resolve("core.puml"), diagram);
  }

  /** Full names of the packages that the picture declares, sorted. */
  Set<String> packageNames() {
    Set<String> names = new TreeSet<>();
    ROOM.matcher(diagram).results().map(Picture::packageName).forEach(names::add);
    return names;
  }

  private static String packageName(MatchResult room) {
    return "dev.mimokit." + room.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
