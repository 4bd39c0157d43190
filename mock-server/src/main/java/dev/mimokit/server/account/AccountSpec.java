package dev.mimokit.server.account;

import dev.mimokit.server.profile.Profile;
import java.util.List;

/** An account that the configuration names: its keys, and the rules it is held to. */
public record AccountSpec(String id, List<String> keys, Profile profile) {

  /** Copies the keys. */
  public AccountSpec {
    keys = List.copyOf(keys);
  }

  /** Without the keys, which are never shown. */
  @Override
  public String toString() {
    return "AccountSpec[" + id + ", " + keys.size() + " keys, " + profile.name() + "]";
  }
}
