package dev.mimokit.server.yaml;

/** A YAML file that cannot be used; the message is one line: file, line, what was expected. */
public final class YamlException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Names the mistake; {@code line} counts from 1. */
  YamlException(String file, int line, String mistake) {
    super(file + ":" + line + ": " + mistake);
  }

  /** A file that cannot be read at all. */
  YamlException(String file, String mistake) {
    super(file + ": " + mistake);
  }
}
