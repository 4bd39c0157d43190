package dev.mimokit.core.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** One line of {@code packages.txt}: which files of a package are read, and how. */
record CorpusSource(String side, String category, String packageName, String how, Pattern files) {

  private static final Pattern NOT_SHOWN =
      Pattern.compile("(?s)<(script|style|head)\\b.*?</\\1>|<!--.*?-->");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*");
  private static final Pattern ROFF = Pattern.compile("\\\\f.|\\\\&|\\\\s-?[0-9]");
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^\\s*\"(?!@)[^\"]+\": \"((?:[^\"\\\\]++|\\\\.)*+)\",?$");
  private static final Pattern FLUENT = Pattern.compile("(?m)^(?:[\\w.-]+|    \\.\\w+) = (.+)$");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\(.)");
  private static final int MO_MAGIC = 0x950412DE;

  static List<CorpusSource> read(Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+", 5))
          .map(
              word ->
                  new CorpusSource(
                      word[0], word[1], word[2], word[3], Pattern.compile(word[4] + "$")))
          .toList();
    }
  }

  /**
   * Texts of files in an order drawn with {@code seed}, until there are {@code most} characters.
   */
  List<String> texts(Path corpus, long seed, int most) throws IOException {
    Path root = corpus.resolve("files").resolve(packageName);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(root)) {
      paths =
          all.filter(Files::isRegularFile)
              .filter(path -> files.matcher("/" + root.relativize(path)).find())
              .sorted()
              .collect(Collectors.toCollection(ArrayList::new));
    }
    Collections.shuffle(paths, new Random(seed));
    List<String> texts = new ArrayList<>();
    long taken = 0;
    for (Path path : paths) {
      String text = text(path);
      if (taken >= most) {
        break;
      }
      text = text.length() > most / 8 ? text.substring(0, most / 8) : text;
      taken += text.length();
      texts.add(text);
    }
    return texts;
  }

  private String text(Path path) throws IOException {
    byte[] bytes = bytes(path);
    if (how.equals("mo")) {
      return catalogue(bytes);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (how) {
      case "plain" -> text;
      case "html", "xml" -> shown(text);
      case "man" ->
          ROFF.matcher(text.replaceAll("(?m)^[.'].*$", "")).replaceAll("").replace("\\-", "-");
      case "messages" -> joined(MESSAGE, text);
      case "ftl" -> joined(FLUENT, text);
      default -> throw new IllegalArgumentException("unknown way to read: " + how);
    };
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return path.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static String shown(String markup) {
    String text = TAG.matcher(NOT_SHOWN.matcher(markup).replaceAll("")).replaceAll("");
    text =
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", " ")
            .replace("&#160;", " ")
            .replace("&amp;", "&");
    return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
  }

  private static String joined(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> unescaped(match.group(1)))
        .collect(Collectors.joining("\n"));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) != null
                        ? String.valueOf((char) Integer.parseInt(match.group(1), 16))
                        : match.group(2).equals("n") ? "\n" : match.group(2)));
  }

  /** The translations of a GNU message catalogue, the header left out. */
  private static String catalogue(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.getInt(0) != MO_MAGIC) {
      in.order(ByteOrder.BIG_ENDIAN);
    }
    int table = in.getInt(16);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < in.getInt(8); i++) {
      int length = in.getInt(table + 8 * i);
      int at = in.getInt(table + 8 * i + 4);
      text.append(new String(bytes, at, length, StandardCharsets.UTF_8).replace('\0', '\n'))
          .append('\n');
    }
    return text.toString();
  }
}
