package dev.mimokit.server.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads files and resources into values that know their place. */
public final class YamlFile {

  private YamlFile() {}

  /** Reads a file whose whole content is one mapping; an empty file is an empty mapping. */
  public static YamlMap read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new YamlException(file.toString(), "no such file");
    } catch (CharacterCodingException e) {
      throw new YamlException(file.toString(), "is not UTF-8 text");
    } catch (IOException e) {
      throw new YamlException(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  /** Reads a resource of {@code owner}'s package; empty when there is none of that name. */
  public static Optional<YamlMap> resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads text; {@code name} stands for the file in messages. */
  public static YamlMap parse(String name, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).setUseMarks(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(node -> new YamlValue(name, "", node).map())
          .orElseGet(() -> YamlMap.empty(name));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new YamlException(name, line, "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new YamlException(name, "is not YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
