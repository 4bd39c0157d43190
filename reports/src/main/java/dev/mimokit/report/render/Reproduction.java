package dev.mimokit.report.render;

import dev.mimokit.report.read.Manifest;
import dev.mimokit.report.read.Run;
import java.util.ArrayList;
import java.util.List;

/** The commands that run the cases again that were not simply OK. */
public final class Reproduction {

  private static final String SAFE = "[A-Za-z0-9_.,*/=:@%+-]+";
  private static final String RECOMMENDED = "/recommended";

  private Reproduction() {}

  /** One command an agent; the whole gate when every case was OK. */
  public static List<String> commands(Run run) {
    List<Evidenced> evidenced = Evidenced.of(run);
    List<String> commands = new ArrayList<>();
    for (String agent : run.agents()) {
      List<String> ids =
          run.cases().stream()
              .map(tested -> tested.id())
              .filter(id -> evidenced.stream().anyMatch(item -> is(item, agent, id)))
              .toList();
      if (!ids.isEmpty()) {
        commands.add(command(run, agent, ids));
      }
    }
    return commands.isEmpty() ? List.of("./mimokit gate") : commands;
  }

  private static boolean is(Evidenced item, String agent, String id) {
    return item.agent().equals(agent) && item.tested().id().equals(id);
  }

  private static String command(Run run, String agent, List<String> ids) {
    return "./mimokit gate --agent "
        + quoted(option(run, agent))
        + " --cases "
        + quoted(String.join(",", ids));
  }

  private static String option(Run run, String agent) {
    String name =
        agent.endsWith(RECOMMENDED)
            ? agent.substring(0, agent.length() - RECOMMENDED.length())
            : agent;
    return run.manifests().stream()
        .flatMap(manifest -> manifest.agents().stream())
        .filter(declared -> declared.name().equals(agent) && !declared.command().isBlank())
        .map(Manifest.Agent::command)
        .findFirst()
        .map(command -> name + "=" + command)
        .orElse(name);
  }

  private static String quoted(String word) {
    String line = Plain.line(word);
    return line.matches(SAFE) ? line : "'" + line.replace("'", "'\\''") + "'";
  }
}
