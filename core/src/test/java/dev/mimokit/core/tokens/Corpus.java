package dev.mimokit.core.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The documents of one side, train or eval, by category; the same every time. */
final class Corpus {

  /** A document has so many characters at most; longer files are several. */
  private static final int DOCUMENT = 24_000;

  private static final int MADE_UP = 100;

  /** What tables are ruled with, the usual ones more often. */
  private static final String LINES = "\u2500\u2500\u2500---==_*#.~\u2550\u2501\u2588\u2014\u2026";

  private Corpus() {}

  static Map<String, List<String>> read(Path corpus, Path list, String side, int most)
      throws IOException {
    Map<String, List<String>> documents = new TreeMap<>();
    long seed = side.hashCode();
    for (CorpusSource source : CorpusSource.read(list)) {
      if (source.side().equals(side)) {
        List<String> into = documents.computeIfAbsent(source.category(), c -> new ArrayList<>());
        StringBuilder small = new StringBuilder();
        for (String text : source.texts(corpus, seed, most)) {
          small.append(dense(source.category(), text)).append('\n');
          while (small.length() >= DOCUMENT) {
            into.add(normal(small.substring(0, DOCUMENT)));
            small.delete(0, DOCUMENT);
          }
          if (small.length() >= DOCUMENT / 4) {
            into.add(normal(small.toString()));
            small.setLength(0);
          }
        }
        into.add(normal(small.toString()));
      }
    }
    addMadeUp(documents, new Random(seed));
    return documents;
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Of a script's category only the lines that are at least half in the script. */
  private static String dense(String category, String text) {
    IntPredicate script = script(category);
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      long letters = line.chars().filter(Character::isLetter).count();
      if (2 * line.chars().filter(script).count() >= letters) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  private static IntPredicate script(String category) {
    return switch (category) {
      case "zh" -> c -> c >= 0x3400 && c < 0xA000;
      case "ja" -> c -> c >= 0x3040 && c < 0xA000;
      case "ko" -> c -> c >= 0xAC00 && c < 0xD7B0;
      case "ru", "uk" -> c -> c >= 0x400 && c < 0x500;
      case "ar" -> c -> c >= 0x600 && c < 0x700;
      case "fahe" -> c -> c >= 0x590 && c < 0x700;
      case "hi" -> c -> c >= 0x900 && c < 0x980;
      case "el" -> c -> c >= 0x370 && c < 0x400;
      default -> c -> true;
    };
  }

  private static void addMadeUp(Map<String, List<String>> documents, Random random) {
    for (int i = 0; i < MADE_UP; i++) {
      add(documents, "digits", digits(random));
      add(documents, "hex", hex(random));
      add(documents, "base64", base64(random));
      add(documents, "emoji", emoji(random));
      add(documents, "tables", table(random));
    }
  }

  private static void add(Map<String, List<String>> documents, String category, String text) {
    documents.computeIfAbsent(category, c -> new ArrayList<>()).add(text);
  }

  private static String digits(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 6000) {
      text.append(random.nextInt(1_000_000)).append(random.nextInt(4) == 0 ? ".5\n" : " ");
    }
    return text.toString();
  }

  private static String hex(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 8000) {
      text.append(String.format(Locale.ROOT, "%016x%016x%n", random.nextLong(), random.nextLong()));
    }
    return text.toString();
  }

  private static String base64(Random random) {
    byte[] bytes = new byte[6000];
    random.nextBytes(bytes);
    return random.nextBoolean()
        ? Base64.getEncoder().encodeToString(bytes)
        : Base64.getMimeEncoder().encodeToString(bytes);
  }

  private static String emoji(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4000) {
      text.appendCodePoint(0x1F300 + random.nextInt(0x2FF));
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  private static String table(Random random) {
    StringBuilder text = new StringBuilder();
    String line = String.valueOf(LINES.charAt(random.nextInt(LINES.length())));
    while (text.length() < 8000) {
      int width = 4 + random.nextInt(60);
      text.append('+').append(line.repeat(width)).append("+\n| ");
      text.append(random.nextInt(100_000)).append(" ".repeat(random.nextInt(width))).append("|\n");
    }
    return text.toString();
  }
}
