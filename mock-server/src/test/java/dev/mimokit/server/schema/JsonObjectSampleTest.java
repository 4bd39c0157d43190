package dev.mimokit.server.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonObjectSampleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Give me JSON with keys name and age.                         | name,age",
        "Return a JSON object with the keys \"name\", \"age\", and \"city\" | name,age,city",
        "Answer in JSON. Keys: title, is_open, tags                   | title,is_open,tags",
        "A JSON object with name, age and city fields please          | name,age,city",
        "请用 JSON 返回，字段为 name、age 和 city                       | name,age,city",
        "JSON only, e.g. {\"word\": \"run\", \"count\": 3}            | word,count",
        "Use this: {'a': {'b': [1, 2]}, c: true,}                     | a,c",
        "Say hello in JSON                                            | answer,topic",
        "the keys are under the mat                                   | under",
        "a { b } c                                                    | answer,topic",
        "{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"integer\"}},\"required\":[\"q\"]}|q",
      })
  void has_the_keys_that_the_prompt_asks_for(String prompt, String keys) {
    assertThat(JsonObjectSample.of(prompt, 5).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(keys.split(",", -1));
  }

  @Test
  void values_are_of_the_kind_of_their_key() {
    ObjectNode object =
        JsonObjectSample.of("JSON with keys name, age, is_open, tags, price, email", 1);

    assertThat(object.path("name").isTextual()).isTrue();
    assertThat(object.path("age").isIntegralNumber()).isTrue();
    assertThat(object.path("is_open").isBoolean()).isTrue();
    assertThat(object.path("tags").isArray()).isTrue();
    assertThat(object.path("price").isNumber()).isTrue();
    assertThat(object.path("email").asText()).contains("@");
  }

  @Test
  void values_are_of_the_kind_of_the_example() {
    ObjectNode object =
        JsonObjectSample.of(
            """
            Extract the person: "Ada" lives in Oslo and is 36. Like
            {"person": {"name": "string", "age": 0, "mood": "good|bad"}, "list": [{"x": 1.5}],
             "ok": false, "n": "<integer>"}""",
            1);

    assertThat(object.path("person").path("name").asText()).isEqualTo("Ada");
    assertThat(object.path("person").path("age").asInt()).isEqualTo(36);
    assertThat(object.path("person").path("mood").asText()).isIn("good", "bad");
    assertThat(object.path("list").path(0).path("x").isNumber()).isTrue();
    assertThat(object.path("ok").isBoolean()).isTrue();
    assertThat(object.path("n").isIntegralNumber()).isTrue();
  }

  @Test
  void the_same_prompt_and_seed_give_the_same_object() {
    assertThat(JsonObjectSample.of("keys a and b", 1))
        .isEqualTo(JsonObjectSample.of("keys a and b", 1))
        .isNotEqualTo(JsonObjectSample.of("keys a and b", 2));
  }

  @Test
  void hostile_prompts_get_some_small_object() {
    for (String prompt :
        List.of(
            "{".repeat(20_000),
            "{\"a\":".repeat(5_000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "keys " + "a,".repeat(9_000),
            "keys " + "a".repeat(19_000),
            "with " + "a and ".repeat(3_000) + "keys",
            "\"'“`".repeat(5_000),
            "1 + ".repeat(5_000),
            "A".repeat(20_000),
            "keys file path expression name order_id " + "(1.a/".repeat(4_000),
            "\uD800\uDFFF\uDFFF keys \uD800",
            "")) {
      assertThat(JsonObjectSample.of(prompt, 1).toString()).hasSizeBetween(5, 200_000);
    }
  }

  @Test
  void members_of_the_answer_are_never_missing() {
    ObjectNode object = JsonObjectSample.of("", 1);

    for (Map.Entry<String, JsonNode> member : object.properties()) {
      assertThat(member.getValue().asText()).isNotBlank();
    }
  }
}
