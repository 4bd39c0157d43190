package dev.mimokit.report.figure;

import java.util.ArrayList;
import java.util.List;

/** Counts the attempts of all calls in equal stretches of time. */
final class DensityStrip {

  private static final int BINS = 93;

  private DensityStrip() {}

  static List<Timeline.Bin> of(List<Track> tracks, Axis axis, double height) {
    int[] served = new int[BINS];
    int[] others = new int[BINS];
    for (Track track : tracks) {
      for (Sent sent : track.sent()) {
        int bin = (int) Math.min(BINS - 1, Math.max(0, sent.at() / axis.end() * BINS));
        (sent.answer() == Answer.SERVED ? served : others)[bin]++;
      }
    }
    int most = 1;
    for (int i = 0; i < BINS; i++) {
      most = Math.max(most, served[i] + others[i]);
    }
    List<Timeline.Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (served[i] + others[i] > 0) {
        bins.add(bin(axis, height, (double) i / BINS, served[i], others[i], most));
      }
    }
    return bins;
  }

  private static Timeline.Bin bin(
      Axis axis, double height, double place, int served, int others, int most) {
    double servedHeight = height * served / most;
    double othersHeight = height * others / most;
    double ground = 4 + height;
    return new Timeline.Bin(
        Shown.at(axis.from() + place * axis.length() + 0.5),
        Shown.at(axis.length() / BINS - 1),
        Shown.at(ground - servedHeight - othersHeight),
        Shown.at(othersHeight),
        Shown.at(ground - servedHeight),
        Shown.at(servedHeight),
        Shown.seconds(place * axis.end()),
        served,
        others);
  }
}
