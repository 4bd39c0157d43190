package dev.mimokit.server.account;

import dev.mimokit.server.profile.Profile;
import java.util.List;

/** An account that the configuration names: its keys, the rules it is held to, and how it pays. */
public record AccountSpec(String id, List<String> keys, Profile profile, Standing standing) {

  /** An account that pays as it goes, and can. */
  public AccountSpec(String id, List<String> keys, Profile profile) {
    this(id, keys, profile, Standing.SOUND);
  }

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
