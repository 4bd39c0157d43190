package dev.mimokit.core.journal;

/** The name of each kind of event in JSON. */
final class EventName {

  private EventName() {}

  static String of(JournalEvent event) {
    String simple = event.getClass().getSimpleName();
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }
}
