package dev.mimokit.server.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a reader of the journal asks for: everything after a number, of one account or of all. */
record JournalQuery(Optional<String> account, long after) {

  static JournalQuery parse(String query) {
    Optional<String> account = Optional.empty();
    long after = 0;
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      switch (name) {
        case "account" -> account = Optional.of(value);
        case "after" -> after = number(value);
        default ->
            throw AdminException.bad("unknown parameter '" + name + "', expected account or after");
      }
    }
    return new JournalQuery(account, after);
  }

  private static long number(String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw AdminException.bad("'after' must be a whole number from 0: " + value);
    }
    return Long.parseLong(value);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw AdminException.bad("parameter is not URL-encoded: " + value);
    }
  }
}
