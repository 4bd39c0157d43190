package dev.mimokit.report.figure;

import java.util.ArrayList;
import java.util.List;

/** Counts the attempts of all calls in equal stretches of time. */
final class DensityStrip {

  private static final int FEWEST_BINS = 24;
  private static final int MOST_BINS = 93;
  private static final double TOP = 4;

  private final Axis axis;
  private final double height;
  private final int[] served;
  private final int[] others;

  /** A strip of about {@code bins} bars, which are {@code height} high at most. */
  DensityStrip(Axis axis, double height, int bins) {
    this.axis = axis;
    this.height = height;
    this.served = new int[Math.max(FEWEST_BINS, Math.min(MOST_BINS, bins))];
    this.others = new int[served.length];
  }

  Timeline.Density of(List<Track> tracks) {
    tracks.forEach(track -> track.sent().forEach(this::count));
    double most = 1;
    for (int i = 0; i < served.length; i++) {
      most = Math.max(most, served[i] + others[i]);
    }
    StringBuilder servedBars = new StringBuilder();
    StringBuilder otherBars = new StringBuilder();
    List<Timeline.Bin> bins = new ArrayList<>();
    for (int i = 0; i < served.length; i++) {
      double ground = TOP + height;
      double middle = ground - height * served[i] / most;
      appendBar(servedBars, i, ground, middle);
      appendBar(otherBars, i, middle, middle - height * others[i] / most);
      if (served[i] + others[i] > 0) {
        String from = Shown.seconds(axis.end() * i / served.length);
        bins.add(new Timeline.Bin(from, served[i], others[i]));
      }
    }
    return new Timeline.Density(servedBars.toString(), otherBars.toString(), bins);
  }

  private void count(Sent sent) {
    int bin = (int) Math.max(0, sent.at() / axis.end() * served.length);
    (sent.answer() == Answer.SERVED ? served : others)[Math.min(bin, served.length - 1)]++;
  }

  private void appendBar(StringBuilder path, int bin, double bottom, double top) {
    if (bottom > top) {
      double width = axis.length() / served.length;
      path.append('M')
          .append(Shown.at(axis.from() + bin * width + 0.5))
          .append(' ')
          .append(Shown.at(bottom))
          .append('V')
          .append(Shown.at(top))
          .append('h')
          .append(Shown.at(width - 1))
          .append('V')
          .append(Shown.at(bottom))
          .append('z');
    }
  }
}
