package dev.mimokit.server.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value and its place. The typed views refuse other types by name and line. Immutable. */
public final class YamlValue {

  private final String file;
  private final String path;
  private final Node node;

  YamlValue(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /** A text; anything plain that YAML reads as another type is refused. */
  public String text() {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return scalar.getValue();
    }
    throw expected("a text");
  }

  /** A scalar as it stands in the file. */
  public String scalar() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return scalar.getValue();
    }
    throw expected("a single value");
  }

  /** A single value as it stands in the file, a plain {@code null} included. */
  public String word() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : scalar();
  }

  /** {@code true} or {@code false}. */
  public boolean flag() {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw expected("true or false");
  }

  /** A whole number within the two bounds, both included. */
  public long whole(long min, long max) {
    String range = "a whole number within " + min + ".." + max;
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      try {
        long value = Long.parseLong(scalar.getValue());
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw expected(range);
      }
    }
    throw expected(range);
  }

  /** A number within the two bounds, both included. */
  public double decimal(double min, double max) {
    boolean number =
        node instanceof ScalarNode scalar
            && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT));
    if (number) {
      try {
        double value = Double.parseDouble(((ScalarNode) node).getValue());
        if (value >= min && value <= max) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw expected("a number within " + min + ".." + max);
      }
    }
    throw expected("a number within " + min + ".." + max);
  }

  /** A file named by a path that is relative to the file this stands in. */
  public Path besides() {
    try {
      return Path.of(file).resolveSibling(scalar());
    } catch (InvalidPathException e) {
      throw expected("the path of a file");
    }
  }

  /** Whether this is a whole number, of any size. */
  public boolean isWhole() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT);
  }

  /** Whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is a mapping. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** A mapping without a name twice. */
  public YamlMap map() {
    if (!(node instanceof MappingNode mapping)) {
      throw expected("a mapping");
    }
    Map<String, YamlValue> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = new YamlValue(file, path, tuple.getKeyNode()).scalar();
      YamlValue value = new YamlValue(file, join(name), tuple.getValueNode());
      if (values.put(name, value) != null) {
        throw value.refused("stands there twice");
      }
    }
    return new YamlMap(file, path, line(), values);
  }

  /** A list of values. */
  public List<YamlValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw expected("a list");
    }
    List<YamlValue> values = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      values.add(new YamlValue(file, path + "[" + values.size() + "]", item));
    }
    return values;
  }

  /** A refusal of this value, by file, line and name. */
  public YamlException refused(String mistake) {
    return new YamlException(file, line(), "'" + path + "': " + mistake);
  }

  private YamlException expected(String what) {
    return path.isEmpty()
        ? new YamlException(file, line(), "expected " + what)
        : refused("expected " + what + found());
  }

  private String found() {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      return ": " + (value.length() > 60 ? value.substring(0, 60) + "…" : value);
    }
    return "";
  }

  private String join(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
