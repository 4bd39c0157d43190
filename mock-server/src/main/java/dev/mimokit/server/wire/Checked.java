package dev.mimokit.server.wire;

/** What reading a request comes to: the request, or the error that answers it. */
public sealed interface Checked permits ChatRequest, PlatformError {}
