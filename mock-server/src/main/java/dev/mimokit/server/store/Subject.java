package dev.mimokit.server.store;

/** Whose use of which model is counted. */
public record Subject(String account, String model) {

  /** The part of a Redis key that puts all keys of one subject on the same node of a cluster. */
  String hashTag() {
    return "{" + account + ":" + model + "}";
  }
}
