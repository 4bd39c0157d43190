package dev.mimokit.server.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What making a value up may still cost, so that no schema makes it long or large. Steps are shared
 * by all attempts; values and characters belong to one. Not thread-safe.
 */
final class Budget {

  /** What one attempt has left; a branch that is given up gives back what it took. */
  record Left(int values, int characters) {}

  private static final int STEPS = 200_000;
  private static final Left WHOLE = new Left(2_000, 100_000);

  private int steps = STEPS;
  private Left left = WHOLE;

  /** Takes one step of work; false when there is none left. */
  boolean step() {
    return steps-- > 0;
  }

  boolean hasSteps() {
    return steps > 0;
  }

  Left left() {
    return left;
  }

  void restore(Left before) {
    left = before;
  }

  void restart() {
    left = WHOLE;
  }

  /** Takes room for a value with this many characters; false, and nothing taken, without room. */
  boolean take(int characters) {
    if (left.values() < 1 || left.characters() < characters) {
      return false;
    }
    left = new Left(left.values() - 1, left.characters() - characters);
    return true;
  }

  /** Takes room for a value that the schema itself gives. */
  boolean takeTree(JsonNode tree) {
    if (!take(tree.isContainerNode() ? 0 : tree.asText().length())) {
      return false;
    }
    if (tree.isObject() && !takeNames(tree)) {
      return false;
    }
    for (JsonNode child : tree) {
      if (!takeTree(child)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeNames(JsonNode object) {
    int characters = 0;
    for (var names = object.fieldNames(); names.hasNext(); ) {
      characters += names.next().length();
    }
    return take(characters);
  }
}
