package dev.mimokit.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the end of an answer that states its length, one answer after the other on a connection.
 * The head is searched once, when it is whole; of the body only the length is looked at.
 */
final class AnswerReader {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");
  private static final String OK = "HTTP/1.1 200 ";
  private static final int CAPACITY = 64 << 10;
  private static final int NO_HEAD = -1;

  private final byte[] bytes = new byte[CAPACITY];
  private int size;
  private int body = NO_HEAD;
  private int end;

  /** Takes what was read; true when the answer is whole. Then {@link #next()} is called. */
  boolean take(ByteBuffer read) throws IOException {
    if (read.remaining() > CAPACITY - size) {
      throw new IOException("an answer of more than " + CAPACITY + " bytes");
    }
    int from = size;
    int count = read.remaining();
    read.get(bytes, size, count);
    size += count;
    if (body == NO_HEAD) {
      findHead(Math.max(0, from - 3));
    }
    return body != NO_HEAD && size >= end;
  }

  private void findHead(int from) throws IOException {
    for (int i = from; i + 3 < size; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        body = i + 4;
        end = body + length(new String(bytes, 0, body, StandardCharsets.ISO_8859_1));
        return;
      }
    }
  }

  private static int length(String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    if (!head.startsWith(OK) || !length.find()) {
      throw new IOException(
          "expected a 200 with a length, got " + head.lines().findFirst().orElse(""));
    }
    return Integer.parseInt(length.group(1));
  }

  /** The body of a whole answer, a copy. */
  byte[] body() {
    return Arrays.copyOfRange(bytes, body, end);
  }

  /** Makes room for the next answer. */
  void next() {
    size = 0;
    body = NO_HEAD;
  }
}
