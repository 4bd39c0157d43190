package dev.mimokit.server.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mimokit.server.call.Tool;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedToolsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Please call send_mail|send_mail",
        "Get Weather, please|get_weather",
        "GET-WEATHER!|get_weather",
        "send mail, then get_weather|send_mail get_weather",
        "get weather alerts|get-weather-alerts",
        "get weather alerts and get weather|get-weather-alerts get_weather",
        "get_weather and get weather again|get_weather",
        "请调用get_weather查询天气|get_weather",
        "forget_weather|~~",
        "get_weather2|~~",
        "getweather|~~",
        "get, weather|~~",
        "get  weather|~~",
        "\ud83d get_weather|get_weather",
        "~~|~~"
      })
  void finds_names_as_whole_words(String prompt, String named) {
    List<Tool> tools = tools("get_weather", "get-weather-alerts", "send_mail");

    List<Tool> found = new NamedTools(tools).in(prompt);

    assertThat(String.join(" ", found.stream().map(Tool::name).toList())).isEqualTo(named);
  }

  @Test
  void takes_the_first_of_two_names_that_read_alike() {
    assertThat(new NamedTools(tools("a-b", "a_b")).in("a b"))
        .extracting(Tool::name)
        .containsExactly("a-b");
  }

  @Test
  void finds_a_name_of_64_characters() {
    String longest = "n".repeat(64);

    assertThat(new NamedTools(tools(longest)).in("call " + longest)).hasSize(1);
    assertThat(new NamedTools(tools(longest)).in("call " + longest + "n")).isEmpty();
  }

  @Test
  void looks_each_word_up_however_many_tools_there_are() {
    List<Tool> many = IntStream.range(0, 100_000).mapToObj(i -> tool("a_" + i)).toList();

    assertThat(new NamedTools(many).in("a ".repeat(500_000))).isEmpty();
  }

  private static List<Tool> tools(String... names) {
    return Stream.of(names).map(NamedToolsTest::tool).toList();
  }

  private static Tool tool(String name) {
    return new Tool(name, MissingNode.getInstance());
  }
}
