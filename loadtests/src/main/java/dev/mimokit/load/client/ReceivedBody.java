package dev.mimokit.load.client;

/** A response body as far as it came. */
record ReceivedBody(String text, boolean whole) {}
