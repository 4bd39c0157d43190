package dev.mimokit.report.figure;

import dev.mimokit.core.conformance.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lays a case's attempts out: a lane a call, time to the right. The wait that a refusal asked for
 * is a span; where the next attempt came before its end, the rest of it is marked as ignored:
 *
 * <pre>
 *   job-1  x=========x/////////     asked to wait, retried early: the rest was ignored
 *   job-2  x====================o   waited
 *          0s        8s        30s
 * </pre>
 *
 * <p>Size is bounded whatever the journal holds: at most {@link #MOST_LANES} calls get a lane,
 * those with something to see first; attempts closer than a few units become one mark; and the
 * allowance limits marks and rows together.
 */
public final class TimelineFigure {

  /** Calls that get a lane of their own, at most. */
  public static final int MOST_LANES = 30;

  private static final int WIDTH = 960;
  private static final double LEFT = 128;
  private static final double RIGHT = 872;
  private static final int ROOMY_LANES = 8;
  private static final int MOST_ATTEMPTS = 240;
  private static final int FEWEST_ATTEMPTS = 6;
  private static final double DENSITY_HEIGHT = 46;
  private static final double LABEL_UNIT = 6.3;

  private static final Comparator<Track> BY_INTEREST =
      Comparator.comparing((Track track) -> !track.early())
          .thenComparing(track -> !track.lost())
          .thenComparing(track -> -track.sent().size());

  private final List<Track> tracks;
  private final int attempts;
  private final int allowance;
  private final Axis axis;

  private TimelineFigure(Evidence evidence, int allowance) {
    this.tracks = Track.of(evidence);
    this.attempts = tracks.stream().mapToInt(track -> track.sent().size()).sum();
    this.allowance = Math.max(FEWEST_ATTEMPTS, Math.min(MOST_ATTEMPTS, allowance));
    double observed = (evidence.endNanos() - Track.start(evidence)) / 1e9;
    this.axis = new Axis(end(tracks, observed), LEFT, RIGHT - LEFT);
  }

  /** How many attempts the figure would like to draw and list. */
  public static int demand(Evidence evidence) {
    return Math.min(MOST_ATTEMPTS, evidence.attempts().size() + evidence.strays().size());
  }

  /** Draws and lists about {@code allowance} attempts; empty when there were none. */
  public static Optional<Timeline> of(Evidence evidence, int allowance) {
    TimelineFigure figure = new TimelineFigure(evidence, allowance);
    return figure.attempts == 0 ? Optional.empty() : Optional.of(figure.layout());
  }

  // The axis ends with the observation; it goes on to the end of a wait asked for where that keeps
  // at least a quarter of the picture for what happened.
  private static double end(List<Track> tracks, double observed) {
    boolean retried = tracks.stream().anyMatch(track -> track.sent().size() > 1);
    double limit = Math.max(observed * 4, retried ? 0 : 60);
    double due =
        tracks.stream()
            .flatMap(track -> track.sent().stream())
            .mapToDouble(Sent::due)
            .filter(instant -> instant <= limit)
            .max()
            .orElse(0);
    return Math.max(0.01, Math.max(observed, due)) * 1.02;
  }

  private Timeline layout() {
    List<Track> shown = shown();
    boolean dense = shown.size() < tracks.size();
    double top = dense ? DENSITY_HEIGHT + 14 : 6;
    double band = shown.size() <= ROOMY_LANES ? 34 : 17;
    List<Timeline.Lane> lanes = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      double room = (double) allowance / shown.size();
      lanes.add(new LaneLayout(axis, top + i * band, band, room).lane(shown.get(i)));
    }
    double bottom = top + shown.size() * band + 4;
    return new Timeline(
        WIDTH,
        (int) Math.ceil(bottom + 22),
        description(),
        caption(shown.size()),
        frame(bottom),
        axis.ticks(" s"),
        dense ? List.of(new DensityStrip(axis, DENSITY_HEIGHT, allowance).of(tracks)) : List.of(),
        lanes,
        rows(shown),
        attempts);
  }

  private Timeline.Frame frame(double bottom) {
    StringBuilder grid = new StringBuilder();
    axis.ticks("")
        .forEach(t -> grid.append('M').append(t.at()).append(" 2V").append(Shown.at(bottom)));
    return new Timeline.Frame(
        Shown.at(LEFT), Shown.at(RIGHT), Shown.at(bottom), Shown.at(bottom + 15), grid.toString());
  }

  private List<Track> shown() {
    int lanes = Math.min(MOST_LANES, Math.max(3, allowance / 3));
    return IntStream.range(0, tracks.size())
        .boxed()
        .sorted(Comparator.comparing(tracks::get, BY_INTEREST))
        .limit(lanes)
        .sorted()
        .map(tracks::get)
        .toList();
  }

  private String caption(int lanes) {
    return lanes == tracks.size()
        ? ""
        : "%d of %s calls have a lane: early and lost ones first. The strip above counts all %s attempts."
            .formatted(lanes, Shown.count(tracks.size()), Shown.count(attempts));
  }

  private String description() {
    List<Sent> all = tracks.stream().flatMap(track -> track.sent().stream()).toList();
    return "Attempts over time: %s calls, %s attempts, %s served, %s refused with 429, %s before the wait asked for was over."
        .formatted(
            Shown.count(tracks.size()),
            Shown.count(attempts),
            Shown.count(all.stream().filter(sent -> sent.answer() == Answer.SERVED).count()),
            Shown.count(all.stream().filter(sent -> sent.answer() == Answer.REFUSED).count()),
            Shown.count(all.stream().filter(Sent::early).count()));
  }

  private List<Timeline.Row> rows(List<Track> shown) {
    List<Timeline.Row> rows = new ArrayList<>();
    for (Track track : shown) {
      for (int i = 0; i < track.sent().size() && rows.size() < allowance; i++) {
        double waited =
            i == 0 ? Double.NaN : track.sent().get(i).at() - track.sent().get(i - 1).end();
        rows.add(row(track.name(), track.sent().get(i), waited));
      }
    }
    return rows;
  }

  private static Timeline.Row row(String call, Sent sent, double waited) {
    String status = sent.status() == 0 ? "unanswered" : Integer.toString(sent.status());
    return new Timeline.Row(
        Shown.seconds(sent.at()),
        Shown.shortened(call, 60),
        sent.causes().isEmpty() ? status : status + " " + sent.causes(),
        Double.isNaN(sent.asked()) ? "" : Shown.shortSeconds(sent.asked()),
        Double.isNaN(waited) ? "" : Shown.seconds(waited),
        sent.early() ? Shown.seconds(sent.earlyBy()) : "",
        sent.wire().exchange(),
        sent.wire().key(),
        sent.wire().body());
  }

  /** Roughly how wide a text of a figure is. */
  static double textWidth(String text) {
    return text.length() * LABEL_UNIT;
  }
}
