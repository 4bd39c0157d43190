package dev.mimokit.core.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts UTF-16 units into classes: by script, and within a script one by one where it is small, by
 * how many tokens start at them where it is large. A unit has one class as itself, and a coarser
 * one as a neighbour.
 */
final class UnitClasses {

  /** Classes that letters of all alphabets share as neighbours, since they never meet. */
  private static final int LETTERS = 26;

  private static final String ALONE = " \n-=*_.,:/(\"'#";

  private final double[] seen;
  private final double[] started;
  private final int[] own = new int[1 << Character.SIZE];
  private final int[] neighbour = new int[1 << Character.SIZE];
  private int count;

  /**
   * @param seen how often each unit was seen
   * @param started how many tokens started there
   */
  UnitClasses(double[] seen, double[] started) {
    this.seen = seen;
    this.started = started;
    Map<Script, List<Integer>> members = new TreeMap<>();
    for (int unit = 0; unit < own.length; unit++) {
      members.computeIfAbsent(Script.of((char) unit), s -> new ArrayList<>()).add(unit);
    }
    members.forEach((script, units) -> count += spread(units, script.own, own, count));
    int slots = LETTERS + ALONE.length();
    for (Map.Entry<Script, List<Integer>> entry : members.entrySet()) {
      if (entry.getKey().alphabet) {
        entry.getValue().forEach(unit -> neighbour[unit] = letter(unit));
      } else {
        slots += spread(entry.getValue(), entry.getKey().slots, neighbour, slots);
      }
    }
    for (int i = 0; i < ALONE.length(); i++) {
      neighbour[ALONE.charAt(i)] = LETTERS + i;
    }
    if (slots > EstimatorCells.NEIGHBOURS || count > EstimatorCells.MOST_CLASSES) {
      throw new IllegalStateException("too many classes: " + count + ", " + slots);
    }
  }

  int own(int unit) {
    return own[unit];
  }

  int neighbour(int unit) {
    return neighbour[unit];
  }

  int count() {
    return count;
  }

  private static int letter(int unit) {
    int lower = Character.toLowerCase(unit);
    return lower < 0x80 ? lower - 'a' : Math.floorMod(lower * 7, LETTERS);
  }

  /** Puts units into at most {@code most} classes of about the same weight, says how many. */
  private int spread(List<Integer> units, int most, int[] into, int first) {
    if (units.size() <= most) {
      for (int i = 0; i < units.size(); i++) {
        into[units.get(i)] = first + i;
      }
      return units.size();
    }
    List<Integer> sorted = new ArrayList<>(units);
    sorted.sort(Comparator.comparingDouble(this::key).thenComparing(unit -> unit));
    double total = sorted.stream().mapToDouble(this::weight).sum();
    double sum = 0;
    int last = 0;
    for (int unit : sorted) {
      last = (int) Math.min(most - 1.0, sum / total * most);
      into[unit] = first + last;
      sum += weight(unit);
    }
    return last + 1;
  }

  private double key(int unit) {
    return (started[unit] + 2 * alone(unit)) / (seen[unit] + 2);
  }

  private double weight(int unit) {
    return Math.sqrt(seen[unit]) + 0.01;
  }

  private static double alone(int unit) {
    return Character.isSurrogate((char) unit)
        ? 1.5
        : ExactCounter.builtIn().count(Character.toString(unit));
  }

  /** Scripts, with how many classes each gets. */
  enum Script {
    LATIN(52, true),
    ASCII_REST(72, 3),
    DIGITS(1, 1),
    LATIN_MORE(64, true),
    CYRILLIC(72, true),
    GREEK(56, true),
    HEBREW(28, true),
    ARABIC(56, true),
    DEVANAGARI(72, true),
    KANA(64, 4),
    HAN(40, 6),
    HANGUL(40, 4),
    WIDE_SIGNS(24, 2),
    SIGNS(32, 2),
    SURROGATES(20, 1),
    OTHER(32, 1);

    final int own;
    final int slots;
    final boolean alphabet;

    Script(int own, int slots) {
      this.own = own;
      this.slots = slots;
      this.alphabet = false;
    }

    Script(int own, boolean alphabet) {
      this.own = own;
      this.slots = 0;
      this.alphabet = alphabet;
    }

    static Script of(char unit) {
      if (unit < 0x80) {
        return Character.isLetter(unit) ? LATIN : Character.isDigit(unit) ? DIGITS : ASCII_REST;
      }
      if (Character.isSurrogate(unit)) {
        return SURROGATES;
      }
      if (unit >= 0x2000 && unit < 0x2E80) {
        return SIGNS;
      }
      if ((unit >= 0x3000 && unit < 0x3040) || unit >= 0xFF00) {
        return WIDE_SIGNS;
      }
      return switch (Character.UnicodeScript.of(unit)) {
        case LATIN -> LATIN_MORE;
        case CYRILLIC -> CYRILLIC;
        case GREEK -> GREEK;
        case HEBREW -> HEBREW;
        case ARABIC -> ARABIC;
        case DEVANAGARI -> DEVANAGARI;
        case HIRAGANA, KATAKANA -> KANA;
        case HAN -> HAN;
        case HANGUL -> HANGUL;
        default -> unit < 0x250 ? SIGNS : OTHER;
      };
    }
  }
}
