package dev.mimokit.server.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as a client sends it. Without configuration every key {@code sk-ACCOUNT} or {@code
 * sk-ACCOUNT.anything} is valid; several keys of one account share its limits, as the page says.
 * Its text form is a hash: keys are never shown.
 */
public record ApiKey(String secret) {

  private static final int LONGEST = 512;
  private static final Pattern FORM = Pattern.compile("sk-([0-9A-Za-z_-]{1,128})(?:\\..*)?");

  /** The account this key names; empty when it is not of the form {@code sk-ACCOUNT.anything}. */
  public Optional<String> account() {
    if (secret.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(secret);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The first 8 hex digits of the key's SHA-256, the only form that is ever written. */
  public String hash() {
    return Fingerprint.of(secret);
  }

  @Override
  public String toString() {
    return "key#" + hash();
  }
}
