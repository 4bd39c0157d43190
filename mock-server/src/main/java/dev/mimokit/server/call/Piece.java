package dev.mimokit.server.call;

/** A part of an answer that is sent at once. {@link #tokens()} is what it costs. */
public sealed interface Piece {

  /** Completion tokens of this piece. */
  long tokens();

  /** Part of the reasoning. */
  record Thought(String text, long tokens) implements Piece {}

  /** Part of the answer. */
  record Said(String text, long tokens) implements Piece {}

  /**
   * A tool call begins; its arguments follow.
   *
   * @param index of the call within the answer, from 0
   * @param id without a protocol's prefix: 24 hex digits
   */
  record Called(int index, String id, String name, long tokens) implements Piece {}

  /** Part of the arguments of the call that began last. */
  record Argued(int index, String json, long tokens) implements Piece {}

  /** Part of the sound. The bytes must not be changed. */
  @SuppressWarnings("ArrayRecordComponent")
  record Sounded(byte[] bytes, long tokens) implements Piece {}
}
