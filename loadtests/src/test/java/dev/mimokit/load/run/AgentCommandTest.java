package dev.mimokit.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentCommandTest {

  private static final Set<String> APART =
      Set.of("spring-ai", "openai-node", "anthropic-node", "vercel-ai");

  @Test
  void a_built_in_agent_is_a_program_on_the_class_path() {
    AgentCommand agent = AgentCommand.of("openai-java");

    assertThat(agent.command())
        .startsWith(System.getProperty("java.home") + "/bin/java")
        .endsWith("dev.mimokit.load.agent.OpenAiJavaAgent");
  }

  @Test
  void every_built_in_agent_is_there() throws ClassNotFoundException {
    for (String name : AgentCommand.builtIn()) {
      if (!APART.contains(name.replace("/recommended", ""))) {
        String main = AgentCommand.of(name).shown().replace(" recommended", "");

        assertThat(Class.forName(main)).hasDeclaredMethods("main");
      }
    }
  }

  @Test
  void every_client_but_the_reference_comes_in_both_settings() {
    assertThat(AgentCommand.builtIn())
        .hasSize(19)
        .contains("failsafe", "failsafe/recommended", "vercel-ai", "vercel-ai/recommended");
    assertThat(AgentCommand.of("failsafe").shown())
        .isEqualTo("dev.mimokit.load.agent.FailsafeAgent");
    assertThat(AgentCommand.of("failsafe/recommended").shown())
        .isEqualTo("dev.mimokit.load.agent.FailsafeAgent recommended");
  }

  @Test
  void a_node_client_needs_a_checkout_with_its_packages() {
    assertThatThrownBy(() -> AgentCommand.of("openai-node"))
        .hasMessage(
            "agent openai-node runs from a checkout, after: (cd loadtests/agents/node && npm ci)");
  }

  @Test
  void spring_ai_needs_a_checkout_that_has_built_it() {
    assertThatThrownBy(() -> AgentCommand.of("spring-ai/recommended"))
        .hasMessage(
            "agent spring-ai/recommended runs from a checkout, after:"
                + " mvn -f loadtests/agents/spring-ai package");
  }

  @Test
  void a_command_goes_through_the_shell_whatever_it_holds() {
    AgentCommand agent = AgentCommand.of("mine=KEY=1 ./driver --fast");

    assertThat(agent.name()).isEqualTo("mine");
    assertThat(agent.command()).containsExactly("sh", "-c", "KEY=1 ./driver --fast");
  }

  @Test
  void refuses_unknown_agents_and_names_that_fit_no_account() {
    assertThatThrownBy(() -> AgentCommand.of("curl"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("unknown agent \"curl\": expected reference, openai-java, ")
        .hasMessageEndingWith(", vercel-ai/recommended or NAME=COMMAND");
    assertThatThrownBy(() -> AgentCommand.of("a.b=x"))
        .hasMessage("agent name must be letters, digits, - and _, at most 60: \"a.b\"");
    assertThatThrownBy(() -> AgentCommand.of("mine="))
        .hasMessage("agent mine has no command: expected NAME=COMMAND");
  }
}
