package dev.mimokit.server.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes up texts that match a regular expression of the simple kind: characters, classes, groups,
 * alternatives, repetitions, anchors at the ends. Look-around, back references and Unicode classes
 * are not understood. Not thread-safe.
 */
final class PatternText {

  private static final int LONGEST_PATTERN = 500;
  private static final int LONGEST_TEXT = 500;
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String WORDS = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS;
  private static final String PRINTED = WORDS + "-_.:/ !#$%&*+,;=?@~";

  /** A part of a pattern. */
  private sealed interface Part {}

  /** One character of these. */
  private record OneOf(String characters) implements Part {}

  /** One alternative, of parts one after the other. */
  private record Group(List<List<Part>> alternatives) implements Part {}

  /** A part many times; {@code most} is open when it is the largest int. */
  private record Repeat(Part part, int least, int most) implements Part {}

  private final String pattern;
  private int at;
  private boolean understood;

  private PatternText(String pattern) {
    this.pattern = pattern;
    this.understood = pattern.length() <= LONGEST_PATTERN;
  }

  /**
   * A text that should match; empty when the pattern is not understood.
   *
   * @param more how often open repetitions are taken beyond their least
   */
  static Optional<String> of(String pattern, int more, SplittableRandom random) {
    PatternText parser = new PatternText(pattern);
    if (!parser.understood) {
      return Optional.empty();
    }
    Group whole = parser.group();
    if (!parser.understood || parser.at < pattern.length()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    write(whole, more, random, out);
    return Optional.of(out.toString());
  }

  private static void write(Part part, int more, SplittableRandom random, StringBuilder out) {
    if (out.length() > LONGEST_TEXT) {
      return;
    }
    if (part instanceof OneOf one) {
      out.append(one.characters().charAt(random.nextInt(one.characters().length())));
    } else if (part instanceof Group group) {
      List<List<Part>> all = group.alternatives();
      all.get(random.nextInt(all.size())).forEach(each -> write(each, more, random, out));
    } else if (part instanceof Repeat repeat) {
      int times = (int) Math.min(repeat.most(), (long) repeat.least() + more);
      for (int i = 0, before = -1; i < times && out.length() > before; i++) {
        before = out.length();
        write(repeat.part(), more, random, out);
      }
    }
  }

  private Group group() {
    List<List<Part>> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (accept('|'));
    return new Group(alternatives);
  }

  private List<Part> sequence() {
    List<Part> parts = new ArrayList<>();
    while (understood && at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      if (!accept('^') && !accept('$')) {
        parts.add(repeated(single()));
      }
    }
    return parts;
  }

  private Part single() {
    char first = pattern.charAt(at++);
    return switch (first) {
      case '(' -> inParentheses();
      case '[' -> characterClass();
      case '.' -> new OneOf(WORDS);
      case '\\' -> new OneOf(escaped());
      case '*', '+', '?', '{' -> giveUp();
      default -> new OneOf(String.valueOf(first));
    };
  }

  private Part inParentheses() {
    if (accept('?') && !accept(':')) {
      return giveUp();
    }
    Group group = group();
    return accept(')') ? group : giveUp();
  }

  private Part repeated(Part part) {
    Part result = part;
    if (accept('*')) {
      result = new Repeat(part, 0, Integer.MAX_VALUE);
    } else if (accept('+')) {
      result = new Repeat(part, 1, Integer.MAX_VALUE);
    } else if (accept('?')) {
      result = new Repeat(part, 0, 1);
    } else if (accept('{')) {
      result = counted(part);
    }
    if (result != part && accept('+')) {
      return giveUp();
    }
    if (result != part) {
      accept('?');
    }
    return result;
  }

  private Part counted(Part part) {
    int least = number();
    int most = least;
    if (accept(',')) {
      most = at < pattern.length() && pattern.charAt(at) == '}' ? Integer.MAX_VALUE : number();
    }
    return accept('}') && most >= least ? new Repeat(part, least, most) : giveUp();
  }

  private int number() {
    int from = at;
    while (at < pattern.length() && Character.isDigit(pattern.charAt(at)) && at - from < 6) {
      at++;
    }
    if (at == from) {
      giveUp();
      return 0;
    }
    return Integer.parseInt(pattern.substring(from, at));
  }

  private Part characterClass() {
    boolean negated = accept('^');
    StringBuilder set = new StringBuilder();
    while (understood && at < pattern.length() && pattern.charAt(at) != ']') {
      String member = member();
      if (member.length() == 1 && at + 1 < pattern.length() && isRange()) {
        at++;
        String last = member();
        addRange(member.charAt(0), last.isEmpty() ? 0 : last.charAt(0), set);
      } else {
        set.append(member);
      }
    }
    String characters = negated ? without(set.toString()) : set.toString();
    return accept(']') && !characters.isEmpty() ? new OneOf(characters) : giveUp();
  }

  private boolean isRange() {
    return pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
  }

  private String member() {
    char first = pattern.charAt(at++);
    if (first == '[' || first == '&') {
      giveUp();
    }
    return first == '\\' ? escaped() : String.valueOf(first);
  }

  private void addRange(char first, int last, StringBuilder set) {
    if (last < first) {
      giveUp();
    }
    for (int each = first; each <= Math.min(last, first + 200); each++) {
      if (!Character.isSurrogate((char) each)) {
        set.append((char) each);
      }
    }
  }

  private static String without(String characters) {
    StringBuilder rest = new StringBuilder();
    PRINTED.chars().filter(each -> characters.indexOf(each) < 0).forEach(rest::appendCodePoint);
    return rest.toString();
  }

  /** The characters that the escape at hand stands for. */
  private String escaped() {
    if (at >= pattern.length()) {
      giveUp();
      return " ";
    }
    char escape = pattern.charAt(at++);
    return switch (escape) {
      case 'd' -> DIGITS;
      case 'w' -> WORDS;
      case 's' -> " ";
      case 'D', 'W', 'S' -> escape == 'W' ? "-" : LETTERS;
      case 't' -> "\t";
      case 'n' -> "\n";
      default -> literal(escape);
    };
  }

  private String literal(char escape) {
    if (Character.isLetterOrDigit(escape)) {
      giveUp();
    }
    return String.valueOf(escape);
  }

  private boolean accept(char expected) {
    boolean there = at < pattern.length() && pattern.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private Part giveUp() {
    understood = false;
    return new OneOf(" ");
  }
}
