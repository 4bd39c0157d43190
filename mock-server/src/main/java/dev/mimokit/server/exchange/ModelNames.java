package dev.mimokit.server.exchange;

import dev.mimokit.core.catalog.Catalog;
import dev.mimokit.core.catalog.Forwarding;
import dev.mimokit.core.catalog.ModelSpec;
import dev.mimokit.core.catalog.RetiredModel;
import dev.mimokit.core.time.WallClock;
import dev.mimokit.server.quirk.Quirks;
import java.time.Instant;
import java.util.Optional;

/** Which model a name in a request stands for. Stateless and thread-safe. */
public record ModelNames(Catalog catalog, Quirks quirks, WallClock wall) {

  /** What clients append to ask for the long context; the model is the same. */
  private static final String ONE_MILLION = "[1m]";

  /** The id that answers; the name itself when it stands for no other. */
  String resolve(String name) {
    String id = plain(name);
    return quirks.forwarding() ? successor(id).orElse(id) : id;
  }

  /** The same name without the suffix for a long context, where that is not looked at. */
  String plain(String name) {
    if (!quirks.stripOneMillionSuffix() || !name.endsWith(ONE_MILLION)) {
      return name;
    }
    String id = name.substring(0, name.length() - ONE_MILLION.length());
    return catalog.indexOf(id) < 0 ? name : id;
  }

  private Optional<String> successor(String id) {
    Instant now = Instant.ofEpochMilli(wall.epochMillis());
    return catalog
        .find(id)
        .flatMap(ModelSpec::forwarding)
        .or(() -> retired(id))
        .filter(forwarding -> isInForce(forwarding, now))
        .map(Forwarding::target);
  }

  private Optional<Forwarding> retired(String id) {
    return catalog.retired().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .flatMap(RetiredModel::forwarding);
  }

  private static boolean isInForce(Forwarding forwarding, Instant now) {
    return !now.isBefore(forwarding.from().toInstant())
        && now.isBefore(forwarding.invalidFrom().toInstant());
  }
}
