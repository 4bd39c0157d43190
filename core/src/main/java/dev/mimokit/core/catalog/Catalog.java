package dev.mimokit.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One dated revision of the platform's model pages. Immutable and thread-safe.
 *
 * <p>Models stand in page order; {@link #indexOf} is their place in it, so that per-model state can
 * live in plain arrays.
 */
public final class Catalog {

  /** The revision that is meant when none is named. */
  public static final String DEFAULT_REVISION = "2026-05-22";

  private static final List<String> REVISIONS = List.of(DEFAULT_REVISION, "2026-10-09");

  private final String revision;
  private final String source;
  private final List<ModelSpec> models;
  private final Listing listing;
  private final SelectionGuide guide;
  private final List<RetiredModel> retired;
  private final Map<String, Integer> indexById = new HashMap<>();

  Catalog(
      String revision,
      String source,
      List<ModelSpec> models,
      Listing listing,
      List<Recommendation> guide,
      List<RetiredModel> retired) {
    this.revision = revision;
    this.source = source;
    this.models = List.copyOf(models);
    this.listing = listing;
    this.guide = new SelectionGuide(guide);
    this.retired = List.copyOf(retired);
    for (int i = 0; i < models.size(); i++) {
      if (indexById.put(models.get(i).id(), i) != null) {
        throw new IllegalArgumentException("model listed twice: " + models.get(i).id());
      }
    }
  }

  /** The revisions that can be loaded, oldest first. */
  public static List<String> revisions() {
    return REVISIONS;
  }

  /**
   * Reads a revision; costs a few milliseconds, so keep the result.
   *
   * @throws IllegalArgumentException naming what was asked and what there is
   */
  public static Catalog load(String revision) {
    if (!REVISIONS.contains(revision)) {
      throw new IllegalArgumentException(
          "unknown catalogue revision: '" + revision + "', expected one of " + REVISIONS);
    }
    String file = revision + ".json";
    try (InputStream in = Catalog.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("catalogue resource is missing: " + file);
      }
      return CatalogReader.read(file, in);
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue resource cannot be read: " + file, e);
    }
  }

  /**
   * The same with contexts that are printed in K and M read in another way: {@code kilo} is 1024 or
   * 1000. Lengths whose reading was seen stay as they are.
   */
  public Catalog withContextsIn(int kilo) {
    List<ModelSpec> read = models.stream().map(spec -> spec.withContextIn(kilo)).toList();
    return new Catalog(revision, source, read, listing, guide.rows(), retired);
  }

  /** The date of the page, such as {@code 2026-05-22}. */
  public String revision() {
    return revision;
  }

  /** The pages this revision was taken from. */
  public String source() {
    return source;
  }

  /** All models, in page order. */
  public List<ModelSpec> models() {
    return models;
  }

  /** What {@code GET /v1/models} answers. */
  public Listing listing() {
    return listing;
  }

  /** The page's Quick Selection Guide, in page order. */
  public List<Recommendation> guide() {
    return guide.rows();
  }

  /** Ids that earlier revisions had. */
  public List<RetiredModel> retired() {
    return retired;
  }

  /** The model of this id; ids are compared exactly, as the platform does. */
  public Optional<ModelSpec> find(String id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(models.get(index));
  }

  /** The place of a model in {@link #models}, or -1. */
  public int indexOf(String id) {
    return indexById.getOrDefault(id, -1);
  }

  /**
   * The guide's rows that share words with a requirement, the row that shares most first; rows that
   * share equally many stand in page order. Case and word endings are not looked at. Empty when no
   * row shares a word.
   */
  public List<Recommendation> recommend(String requirement) {
    return guide.match(requirement);
  }
}
