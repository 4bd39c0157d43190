package dev.mimokit.core.quota;

/** The answer of a quota: a {@link Lease} when the request may start, else why not. */
public sealed interface Admission permits Lease, Rejected {}
