package dev.mimokit.report.figure;

/** A labelled place on an axis. */
public record Tick(String at, String label) {}
