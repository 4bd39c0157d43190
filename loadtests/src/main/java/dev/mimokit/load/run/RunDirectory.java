package dev.mimokit.load.run;

import dev.mimokit.core.time.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run is kept. A directory of one's own choice must be missing, empty or a former run,
 * whose files are replaced. Each file is written under a temporary name and then renamed.
 */
public final class RunDirectory {

  private static final Path RUNS = Path.of("runs");
  private static final String LATEST = "latest";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final String MARK = "manifest.json";

  /** What a former run may have left and this one may not write. */
  private static final List<String> STALE =
      List.of(
          "bench.json",
          "gatling.json",
          "index.html",
          "index.json",
          "jmh.json",
          "jmh.log",
          "junit.xml",
          "overshoot.hlog",
          "plan.csv",
          "plan.json",
          "summary.md",
          "verdicts.json");

  private final Path path;
  private final boolean linked;

  private RunDirectory(Path path, boolean linked) {
    this.path = path;
    this.linked = linked;
  }

  /** The directory asked for, or a new one below {@code runs}; writes nothing. */
  public static RunDirectory of(Optional<Path> out, WallClock clock) {
    RunDirectory directory =
        out.map(path -> new RunDirectory(path, false))
            .orElseGet(() -> new RunDirectory(fresh(clock), true));
    directory.check();
    return directory;
  }

  private static Path fresh(WallClock clock) {
    String name = NAME.format(Instant.ofEpochMilli(clock.epochMillis()));
    Path path = RUNS.resolve(name);
    for (int again = 2; Files.exists(path); again++) {
      path = RUNS.resolve(name + "-" + again);
    }
    return path;
  }

  /** Where it is, or will be once something is published. */
  public Path path() {
    return path;
  }

  private void check() {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
      throw new UsageException("out must be a directory: " + path + " is none");
    }
    if (Files.isDirectory(path) && !emptyOrFormerRun()) {
      throw new UsageException(
          "out must be missing, empty or a former run: " + path + " holds other files");
    }
    checkWritable(nearest(path.toAbsolutePath()));
  }

  private boolean emptyOrFormerRun() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty() || Files.isRegularFile(path.resolve(MARK));
    } catch (IOException e) {
      throw new UsageException("out cannot be read: " + path + ": " + e.getMessage());
    }
  }

  private static Path nearest(Path absolute) {
    Path parent = absolute.getParent();
    return Files.exists(absolute) || parent == null ? absolute : nearest(parent);
  }

  private void checkWritable(Path existing) {
    try {
      Files.delete(Files.createTempFile(existing, ".mimokit", ""));
    } catch (IOException e) {
      throw new UsageException("out cannot be written: " + path + ": " + e.getMessage());
    }
  }

  /** Writes all files in the order given, so that the last one tells that the run is whole. */
  public void publish(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(path);
    for (String stale : STALE) {
      Files.deleteIfExists(path.resolve(stale));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path part = path.resolve(file.getKey() + ".part");
      Files.write(part, file.getValue());
      Files.move(
          part,
          path.resolve(file.getKey()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (linked) {
      link();
    }
  }

  private void link() throws IOException {
    Path link = RUNS.resolve(LATEST);
    Path part = RUNS.resolve(LATEST + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createSymbolicLink(part, path.getFileName());
      Files.move(part, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException e) {
      // A file system without links: the directory itself is named in the result.
      Files.deleteIfExists(part);
    }
  }
}
