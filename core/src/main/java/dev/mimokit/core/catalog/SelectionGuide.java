package dev.mimokit.core.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The guide's rows, and how a requirement in a user's words finds its way to them. */
record SelectionGuide(List<Recommendation> rows) {

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> FILLERS =
      Set.of("", "a", "an", "and", "of", "for", "to", "in", "the", "or", "with", "my", "i", "need");

  /** Two words with a common beginning of at least this many letters can be forms of one word. */
  private static final int STEM = 4;

  /** How many letters a word may go on after the common beginning: clon-e, clon-ing. */
  private static final int ENDING = 3;

  SelectionGuide {
    rows = List.copyOf(rows);
  }

  List<Recommendation> match(String requirement) {
    Set<String> asked = words(requirement);
    return rows.stream()
        .map(row -> new Match(row, shared(asked, words(row.requirement()))))
        .filter(match -> match.shared() > 0)
        .sorted(Comparator.comparingLong(Match::shared).reversed())
        .map(Match::row)
        .toList();
  }

  private static long shared(Set<String> asked, Set<String> offered) {
    return asked.stream().filter(a -> offered.stream().anyMatch(o -> sameWord(a, o))).count();
  }

  private static Set<String> words(String text) {
    return NOT_A_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !FILLERS.contains(word))
        .collect(Collectors.toSet());
  }

  private static boolean sameWord(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int common = 0;
    while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return common >= STEM && Math.max(a.length(), b.length()) - common <= ENDING;
  }

  private record Match(Recommendation row, long shared) {}
}
