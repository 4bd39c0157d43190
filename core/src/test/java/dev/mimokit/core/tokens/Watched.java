package dev.mimokit.core.tokens;

import java.util.function.IntConsumer;

/** A text that tells which of its characters were asked for. */
record Watched(String text, IntConsumer watcher) implements CharSequence {

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    watcher.accept(index);
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
