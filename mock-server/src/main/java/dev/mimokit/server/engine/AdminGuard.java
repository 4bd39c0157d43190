package dev.mimokit.server.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who may use the admin addresses, WireMock's and ours. Immutable and thread-safe.
 *
 * <pre>
 *   listening          token   who may
 *   this machine only  none    anybody here, but no web page: neither from another origin
 *                              nor under a name of its own that it has pointed at this machine
 *   this machine only  given   who sends the token
 *   to others too      none    nobody
 *   to others too      given   who sends the token
 * </pre>
 *
 * A token is sent as {@code Authorization: Bearer} or in {@code x-mimokit-token}.
 */
public final class AdminGuard {

  /** The way in for whoever is on this machine. */
  public static final AdminGuard LOCAL = new AdminGuard(true, Optional.empty());

  private static final String BEARER = "Bearer ";
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.%]+]");

  private final boolean local;
  private final Optional<String> token;

  private AdminGuard(boolean local, Optional<String> token) {
    this.local = local;
    this.token = token;
  }

  /**
   * A guard for a server.
   *
   * @param local whether only this machine can reach it
   * @param token what has to be sent; not blank
   */
  public static AdminGuard of(boolean local, Optional<String> token) {
    if (token.isPresent() && token.get().isBlank()) {
      throw new IllegalArgumentException("the admin token must not be blank");
    }
    return new AdminGuard(local, token);
  }

  /** Why a request with those header fields may not pass; empty when it may. */
  public Optional<String> refusal(Function<String, Optional<String>> header) {
    if (token.isPresent()) {
      return isKnown(header)
          ? Optional.empty()
          : Optional.of("the admin token is missing or wrong");
    }
    if (!local) {
      return Optional.of("admin is off while others can reach this server: give it --admin-token");
    }
    Optional<String> host = header.apply("host").map(name -> name.toLowerCase(Locale.ROOT));
    Optional<String> origin = header.apply("origin").map(name -> name.toLowerCase(Locale.ROOT));
    if (origin.isPresent() && !origin.equals(host.map(name -> "http://" + name))) {
      return Optional.of("admin takes no requests of web pages of another origin");
    }
    return host.map(AdminGuard::isThisMachine).orElse(true)
        ? Optional.empty()
        : Optional.of("admin answers to addresses and localhost only");
  }

  private boolean isKnown(Function<String, Optional<String>> header) {
    Optional<String> bearer =
        header
            .apply("authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip());
    return isToken(bearer) || isToken(header.apply("x-mimokit-token"));
  }

  /** In a time that does not depend on how much of it is right. */
  private boolean isToken(Optional<String> sent) {
    return MessageDigest.isEqual(bytes(sent), bytes(token)) && sent.isPresent();
  }

  private static byte[] bytes(Optional<String> text) {
    return text.orElse("").getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isThisMachine(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > 0 && host.indexOf(']') < colon;
    String name = port ? host.substring(0, colon) : host;
    return name.equals("localhost") || ADDRESS.matcher(name).matches();
  }
}
