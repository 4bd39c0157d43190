package dev.mimokit.bench.http;

import dev.mimokit.bench.host.HostLoad;

/**
 * A few seconds of one server's work.
 *
 * @param perCpuSecond requests answered in one second of the server's CPU
 */
record Segment(double perCpuSecond, HostLoad load) {}
