package dev.mimokit.server.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static final String WEATHER =
      """
      {"type":"object","properties":{
        "location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},
        "unit":{"type":"string","enum":["celsius","fahrenheit"]}},
       "required":["location"]}""";

  @Test
  void random_schemas_get_values_that_a_validator_accepts() throws JsonProcessingException {
    for (int seed = 0; seed < 600; seed++) {
      JsonNode schema = JSON.readTree(new RandomSchema(seed).text());

      JsonNode value = SchemaSample.of(schema, seed, "Book 3 seats in Oslo for \"Ada\" at 7");

      assertThat(mistakes(schema, value))
          .as("seed %d, schema %s, value %s", seed, schema, value)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WEATHER,
        // the strict form of the same
        """
        {"type":"object","properties":{"location":{"type":"string"},
          "units":{"type":["string","null"],"enum":["celsius","fahrenheit",null]}},
         "required":["location","units"],"additionalProperties":false}""",
        // send_email
        """
        {"type":"object","properties":{"to":{"type":"string","format":"email"},
          "subject":{"type":"string"},"body":{"type":"string"}},
         "required":["to","subject","body"],"additionalProperties":false}""",
        // search_knowledge_base
        """
        {"type":"object","properties":{"query":{"type":"string"},"options":{"type":"object",
          "properties":{"num_results":{"type":"number"},
            "domain_filter":{"type":["string","null"]},
            "sort_by":{"type":["string","null"],"enum":["relevance","date","popularity","alphabetical"]}},
          "required":["num_results","domain_filter","sort_by"],"additionalProperties":false}},
         "required":["query","options"],"additionalProperties":false}""",
        // a tree that holds itself
        """
        {"type":"object","properties":{"type":{"type":"string","enum":["div","button","form"]},
          "label":{"type":"string"},"children":{"type":"array","items":{"$ref":"#"}},
          "attributes":{"type":"array","items":{"type":"object","properties":{
            "name":{"type":"string"},"value":{"type":"string"}},
            "required":["name","value"],"additionalProperties":false}}},
         "required":["type","label","children","attributes"],"additionalProperties":false}""",
        // a linked list
        """
        {"type":"object","properties":{"linked_list":{"$ref":"#/$defs/node"}},
         "$defs":{"node":{"type":"object","properties":{"value":{"type":"number"},
           "next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},
           "required":["value","next"],"additionalProperties":false}},
         "required":["linked_list"],"additionalProperties":false}""",
        // an item that is one of two kinds
        """
        {"type":"object","properties":{"item":{"anyOf":[
          {"type":"object","properties":{"name":{"type":"string"},"age":{"type":"number"}},
           "required":["name","age"],"additionalProperties":false},
          {"type":"object","properties":{"number":{"type":"string"},"street":{"type":"string"},
           "city":{"type":"string"}},"required":["number","street","city"],
           "additionalProperties":false}]}},
         "required":["item"],"additionalProperties":false}""",
        // kinds told apart by a constant
        """
        {"type":"object","oneOf":[
          {"properties":{"kind":{"const":"circle"},"radius":{"type":"number","exclusiveMinimum":0}},
           "required":["kind","radius"]},
          {"properties":{"kind":{"const":"square"},"side":{"type":"integer","minimum":1}},
           "required":["kind","side"]}]}""",
        """
        {"oneOf":[{"type":"number"},{"type":"integer"}]}""",
        """
        {"allOf":[{"type":"object","properties":{"a":{"type":"number","minimum":3}}},
          {"properties":{"a":{"type":"integer","maximum":4}},"required":["a"]}]}""",
        """
        {"type":"string","pattern":"^[A-Z]{2,3}-\\\\d{4}(?:-[a-f0-9]+)?$","minLength":12}""",
        """
        {"type":"string","pattern":"^(\\\\([0-9]{3}\\\\))?[0-9]{3}-[0-9]{4}$"}""",
        """
        {"type":"string","pattern":"b+","minLength":30,"maxLength":40}""",
        """
        {"type":"array","items":{"enum":["x","y","z"]},"uniqueItems":true,"minItems":3}""",
        """
        {"type":"array","prefixItems":[{"type":"integer"},{"type":"string"}],"items":false,
         "minItems":2}""",
        """
        {"type":"array","contains":{"const":7},"items":{"type":"integer"},"minItems":2}""",
        """
        {"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.0000001}""",
        """
        {"type":"integer","minimum":-7,"exclusiveMaximum":-5,"multipleOf":3}""",
        """
        {"type":"integer","multipleOf":2.5,"exclusiveMinimum":5}""",
        """
        {"type":"number","multipleOf":0.01,"minimum":19.985}""",
        """
        {"type":"object","additionalProperties":{"type":"integer"},"minProperties":3,
         "maxProperties":4,"propertyNames":{"pattern":"^k_[a-z]{3,}$"}}""",
        """
        {"type":"object","patternProperties":{"^x-":{"type":"boolean"}},
         "additionalProperties":false,"minProperties":2}""",
        """
        {"type":"object","properties":{"a":{"type":"string"}},"required":["a","b c"],
         "dependentRequired":{"a":["d"]}}""",
        """
        {"type":["integer","string"],"not":{"type":"integer"}}""",
        """
        {"type":"object","properties":{"card":{"type":"boolean"},"no":{"type":"string"}},
         "required":["card"],"if":{"properties":{"card":{"const":true}}},"then":{"required":["no"]}}""",
        """
        {"type":"string","default":"","minLength":1}""",
        """
        {"$ref":"#/definitions/a~1b","definitions":{"a/b":{"type":"integer","const":4}}}""",
      })
  void well_known_shapes_get_values_that_a_validator_accepts(String text)
      throws JsonProcessingException {
    JsonNode schema = JSON.readTree(text);

    for (long seed = 0; seed < 40; seed++) {
      JsonNode value = SchemaSample.of(schema, seed, "Get 2 of \"those\" in Paris");

      assertThat(mistakes(schema, value)).as("seed %d, value %s", seed, value).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "false",
        "null",
        "[]",
        "\"object\"",
        "{\"type\":\"nonsense\"}",
        "{\"type\":7,\"properties\":[],\"required\":\"a\",\"enum\":{},\"items\":3}",
        "{\"enum\":[]}",
        "{\"allOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}",
        "{\"type\":\"integer\",\"minimum\":5,\"maximum\":4}",
        "{\"type\":\"integer\",\"minimum\":1e300,\"multipleOf\":1e-300}",
        "{\"type\":\"number\",\"minimum\":1e400,\"multipleOf\":-1}",
        "{\"type\":\"number\",\"multipleOf\":0}",
        "{\"type\":\"string\",\"minLength\":5,\"maxLength\":-2}",
        "{\"type\":\"string\",\"minLength\":9999999999}",
        "{\"type\":\"string\",\"pattern\":\"(((\"}",
        "{\"type\":\"string\",\"pattern\":\"^(a+)+$\",\"minLength\":300}",
        "{\"type\":\"string\",\"pattern\":\"((a{9999}){9999}){9999}\"}",
        "{\"type\":\"string\",\"pattern\":\"^(?!x)(?<y>a)\\\\k<y>\\\\p{Lu}$\"}",
        "{\"type\":\"string\",\"pattern\":\"[\"}",
        "{\"type\":\"string\",\"pattern\":\"[z-a]\"}",
        "{\"type\":\"string\",\"pattern\":\"a\\\\\"}",
        "{\"type\":\"array\",\"minItems\":1e9}",
        "{\"type\":\"array\",\"minItems\":3,\"items\":false}",
        "{\"type\":\"array\",\"uniqueItems\":true,\"minItems\":9,\"items\":{\"type\":\"null\"}}",
        "{\"$ref\":\"#\"}",
        "{\"$ref\":\"#/a\",\"a\":{\"$ref\":\"#/b\"},\"b\":{\"$ref\":\"#/a\"}}",
        "{\"$ref\":\"https://example.com/schema\"}",
        "{\"$ref\":\"#/$defs/%zz\"}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}},\"required\":[\"a\"]}",
        "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
        "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
        "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"},\"minItems\":50}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"},\"b\":{\"$ref\":\"#\"},"
            + "\"c\":{\"$ref\":\"#\"}},\"required\":[\"a\",\"b\",\"c\"]}",
        "{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false}",
        "{\"type\":\"object\",\"minProperties\":1000000}",
        "{\"not\":{}}",
      })
  void absurd_schemas_get_some_small_value(String text) throws JsonProcessingException {
    JsonNode schema = JSON.readTree(text);

    for (long seed = 0; seed < 3; seed++) {
      assertThat(SchemaSample.of(schema, seed, "p").toString()).hasSizeLessThan(200_000);
    }
  }

  @Test
  void choices_in_choices_do_not_explode() throws JsonProcessingException {
    StringBuilder schema = new StringBuilder("{\"$defs\":{\"d0\":{\"type\":\"string\"}");
    for (int i = 1; i < 40; i++) {
      String below = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
      schema.append(",\"d%d\":{\"oneOf\":[%s,%s,{\"not\":{}}]}".formatted(i, below, below));
    }
    JsonNode root = JSON.readTree(schema + "},\"$ref\":\"#/$defs/d39\"}");

    assertThatCode(() -> SchemaSample.of(root, 1, "p")).doesNotThrowAnyException();
  }

  @Test
  void long_enumerations_are_not_compared_with_each_other() throws JsonProcessingException {
    StringBuilder list = new StringBuilder("[0");
    for (int i = 1; i < 100_000; i++) {
      list.append(',').append(i);
    }
    String each = "{\"enum\":" + list + "]}";

    JsonNode value =
        SchemaSample.of(JSON.readTree("{\"allOf\":[" + each + "," + each + "]}"), 1, "p");

    assertThat(value.isInt()).isTrue();
  }

  @Test
  void long_constants_are_not_repeated_without_end() throws JsonProcessingException {
    String constant = "x".repeat(30_000);

    JsonNode value =
        SchemaSample.of(
            JSON.readTree(
                "{\"type\":\"array\",\"minItems\":500,\"items\":{\"const\":\"" + constant + "\"}}"),
            1,
            "p");

    assertThat(value.toString()).hasSizeLessThan(200_000);
  }

  @Test
  void the_same_seed_and_prompt_give_the_same_value() throws JsonProcessingException {
    JsonNode schema = JSON.readTree(new RandomSchema(3).text());

    assertThat(SchemaSample.of(schema, 9, "p")).isEqualTo(SchemaSample.of(schema, 9, "p"));
  }

  @Test
  void a_schema_that_says_nothing_gets_an_empty_object() throws JsonProcessingException {
    assertThat(SchemaSample.of(JSON.readTree("{}"), 1, "p")).hasToString("{}");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void takes_what_the_prompt_says(long seed) throws JsonProcessingException {
    assertThat(made(WEATHER, seed, "What's the weather in San Francisco, CA, in celsius?"))
        .hasToString("{\"location\":\"San Francisco, CA\",\"unit\":\"celsius\"}");
    assertThat(made(WEATHER, seed, "北京的天气怎么样？").path("location").asText()).isEqualTo("北京");
    assertThat(
            made(
                object(
                    "'from':{'type':'string'},'to':{'type':'string'},"
                        + "'date':{'type':'string','format':'date'},"
                        + "'passengers':{'type':'integer','minimum':1,'maximum':9}"),
                seed,
                "Book a flight from Oslo to New York on 2026-07-01 for 2 people"))
        .hasToString(
            "{\"from\":\"Oslo\",\"to\":\"New York\",\"date\":\"2026-07-01\",\"passengers\":2}");
    assertThat(made(object("'a':{'type':'number'},'b':{'type':'number'}"), seed, "Add 3 and 4.5"))
        .hasToString("{\"a\":3,\"b\":4.5}");
    assertThat(
            made(
                object("'to':{'type':'string','format':'email'},'subject':{'type':'string'}"),
                seed,
                "Mail ada@example.org with subject \"Hello there\""))
        .hasToString("{\"to\":\"ada@example.org\",\"subject\":\"Hello there\"}");
    assertThat(
            made(
                object(
                    "'order_id':{'type':'string','pattern':'^[A-Z]{3}-[0-9]+$'},"
                        + "'max_results':{'type':'integer'}"),
                seed,
                "Where is order ABC-1234? Take 9 lines, max results: 5"))
        .hasToString("{\"order_id\":\"ABC-1234\",\"max_results\":5}");
    assertThat(
            made(
                object("'numbers':{'type':'array','items':{'type':'integer'}}"),
                seed,
                "Sum 4, 8 and 15"))
        .hasToString("{\"numbers\":[4,8,15]}");
    assertThat(made(object("'expression':{'type':'string'}"), seed, "What is (12 + 7) * 3?"))
        .hasToString("{\"expression\":\"(12 + 7) * 3\"}");
    assertThat(made(object("'query':{'type':'string'}"), seed, "Who wrote Dune?"))
        .hasToString("{\"query\":\"Who wrote Dune?\"}");
  }

  private static JsonNode made(String schema, long seed, String prompt)
      throws JsonProcessingException {
    return SchemaSample.of(JSON.readTree(schema), seed, prompt);
  }

  /** All properties required; apostrophes for quotes. */
  private static String object(String properties) throws JsonProcessingException {
    String text = "{\"type\":\"object\",\"properties\":{" + properties.replace('\'', '"') + "}}";
    ObjectNode schema = (ObjectNode) JSON.readTree(text);
    schema.path("properties").fieldNames().forEachRemaining(schema.withArray("required")::add);
    return schema.toString();
  }

  private static Set<ValidationMessage> mistakes(JsonNode schema, JsonNode value) {
    return SCHEMAS
        .getSchema(schema)
        .validate(value, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
  }
}
