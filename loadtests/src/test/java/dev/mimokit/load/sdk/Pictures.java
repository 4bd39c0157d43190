package dev.mimokit.load.sdk;

/** What is shown to models that see. */
final class Pictures {

  /** A picture of one pixel. */
  static final String PIXEL =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  private Pictures() {}
}
