package dev.mimokit.core.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A language so small that every sentence is grammatical and every word one token.
 *
 * <p>A shape is a sentence as a row of characters, one a piece: a letter draws a word of its list,
 * anything else stands for itself. {@code Oanv.} becomes <i>Every bright clock waits.</i> Sentences
 * are chosen by length, so that they fill an asked number of pieces exactly.
 */
final class Sentences {

  private static final int SHORTEST = 2;
  private static final int USUAL_SHORTEST = 4;
  private static final int LONGEST = 10;

  /** Lists are named by ASCII letters. */
  private static final int LETTERS = 128;

  private static final String[] NO_WORDS = {};

  private static final String[] SIGNS = signs();

  private final char lone;

  /** By the number of pieces. */
  private final String[][] shapes;

  /** By letter; each word with the gap before it, as most of them stand. */
  private final String[][] words;

  private final int gap;

  /**
   * @param gap what stands before a word that does not begin the text
   * @param lone the list of words that can stand alone, without a full stop
   */
  Sentences(String gap, char lone, String shapes, String lists) {
    this.gap = gap.length();
    this.lone = lone;
    Map<Integer, List<String>> shapesByLength = new HashMap<>();
    for (String shape : shapes.split(" ", -1)) {
      shapesByLength.computeIfAbsent(shape.length(), length -> new ArrayList<>()).add(shape);
    }
    Map<Integer, List<String>> wordsByLetter = new HashMap<>();
    lists
        .lines()
        .forEach(
            line ->
                Arrays.stream(line.substring(2).split(" ", -1))
                    .map(word -> gap + word)
                    .forEach(
                        wordsByLetter.computeIfAbsent(
                                (int) line.charAt(0), letter -> new ArrayList<>())
                            ::add));
    this.shapes = table(shapesByLength, LONGEST + 1);
    this.words = table(wordsByLetter, LETTERS);
  }

  private static String[] signs() {
    String[] signs = new String[LETTERS];
    Arrays.setAll(signs, Character::toString);
    return signs;
  }

  private static String[][] table(Map<Integer, List<String>> lists, int size) {
    String[][] table = new String[size][];
    Arrays.fill(table, NO_WORDS);
    lists.forEach((at, list) -> table[at] = list.toArray(NO_WORDS));
    return table;
  }

  /** Whole sentences of {@code pieces} pieces together; a single piece is a word by itself. */
  List<String> write(int pieces, SplittableRandom random) {
    if (pieces == 0) {
      return List.of();
    }
    String[] text = new String[pieces];
    if (pieces == 1) {
      text[0] = piece(lone, random);
    } else {
      fill(text, random);
    }
    text[0] = text[0].substring(gap);
    return List.of(text);
  }

  private void fill(String[] text, SplittableRandom random) {
    int size = 0;
    while (size < text.length) {
      String shape = draw(shapes[nextLength(text.length - size, random)], random);
      for (int i = 0; i < shape.length(); i++) {
        text[size++] = piece(shape.charAt(i), random);
      }
    }
  }

  /** A length that fills what is left, or leaves enough for another sentence. */
  private static int nextLength(int left, SplittableRandom random) {
    if (left <= LONGEST) {
      return left;
    }
    int longest = Math.min(LONGEST, left - SHORTEST);
    return USUAL_SHORTEST + random.nextInt(longest - USUAL_SHORTEST + 1);
  }

  private String piece(char slot, SplittableRandom random) {
    if (slot >= LETTERS) {
      return String.valueOf(slot);
    }
    String[] list = words[slot];
    return list.length == 0 ? SIGNS[slot] : draw(list, random);
  }

  private static String draw(String[] list, SplittableRandom random) {
    return list[random.nextInt(list.length)];
  }
}
