package dev.mimokit.bench.ratio;

/**
 * The two that are compared.
 *
 * @param subject what the question is about
 * @param against what it is compared with
 */
public record Sides(Work subject, Work against) {}
