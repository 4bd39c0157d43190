package dev.mimokit.server.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events that say their name in a line of their own. Immutable. */
public final class NamedEvents implements Events {

  private static final byte[] AFTER = ascii("\n\n");

  /** One event; {@code pieces} of the answer have been sent once it has. */
  private record Event(String name, Json.Content data, int pieces) {}

  private final List<Event> events;

  private NamedEvents(List<Event> events) {
    this.events = List.copyOf(events);
  }

  @Override
  public int count() {
    return events.size();
  }

  @Override
  public ByteBuffer event(int index, long created) {
    Event event = events.get(index);
    return ByteBuffer.wrap(
        Json.compact(ascii("event: " + event.name() + "\ndata: "), event.data(), AFTER));
  }

  @Override
  public int piecesWithin(int count) {
    return count <= 0 ? 0 : events.get(Math.min(count, events.size()) - 1).pieces();
  }

  /** With the name and the type that clients of these dialects look for. */
  @Override
  public byte[] error(String json) {
    return ("event: error\ndata: " + typed(json.strip()) + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String typed(String json) {
    boolean untyped = json.startsWith("{") && !json.contains("\"type\":\"error\"");
    boolean empty = json.replaceAll("\\s", "").equals("{}");
    return untyped ? "{\"type\":\"error\"" + (empty ? "" : ",") + json.substring(1) : json;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Events in the making; not thread-safe. */
  public static final class Plan {

    private final List<Event> events = new ArrayList<>();
    private int pieces;

    /** An event that brings nothing of the answer. */
    public void add(String name, Json.Content data) {
      add(name, data, 0);
    }

    /** An event that brings the next {@code brought} pieces of the answer. */
    public void add(String name, Json.Content data, int brought) {
      pieces += brought;
      events.add(new Event(name, data, pieces));
    }

    /** The events so far. */
    public NamedEvents events() {
      return new NamedEvents(events);
    }
  }
}
