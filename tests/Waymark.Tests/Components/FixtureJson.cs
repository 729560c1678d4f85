using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;
using Waymark.Components.Govuk;

namespace Waymark.Tests.Components;

/// <summary>
/// Reads a fixture's options straight into our options record. An option that the record does not have is an error, so
/// no option can be left out unnoticed.
/// </summary>
internal static class FixtureJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new ScalarAsText(),
            new Markup(),
            new AttributeTexts(),
            new LeftOutOrPart(),
            new MarkupOrEnd(),
        },
    };

    internal static ComponentOptions Read(JsonObject options, Type type) =>
        (ComponentOptions)WithoutFalsyEntries(options.DeepClone())!.Deserialize(type, Options)!;

    /// <summary>
    /// In the macros' language an entry of false, 0, "" or null is one that is not there; ours says null. (A row of a table
    /// is a list in a list, and is kept.)
    /// </summary>
    private static JsonNode? WithoutFalsyEntries(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JsonValue value && IsFalsy(value))
                    {
                        list[i] = null;
                    }
                    else
                    {
                        WithoutFalsyEntries(list[i]);
                    }
                }

                break;
            case JsonObject fields:
                foreach (var (_, field) in fields)
                {
                    WithoutFalsyEntries(field);
                }

                break;
        }

        return node;
    }

    private static bool IsFalsy(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.False || value.ToString() is "" or "0";

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => throw new JsonException($"{reader.TokenType} where a text was expected."),
        };

    // YAML, in which the fixtures are written, takes 1 for a number and true for a boolean where a text is meant.
    private sealed class ScalarAsText : JsonConverter<string>
    {
        public override string? Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) => Text(ref reader);

        public override void Write(
            Utf8JsonWriter writer,
            string value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    private sealed class Markup : JsonConverter<IHtmlContent>
    {
        public override IHtmlContent? Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.False || Text(ref reader) is not { Length: > 0 } html
                ? null
                : new HtmlString(html);

        public override void Write(
            Utf8JsonWriter writer,
            IHtmlContent value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    private sealed class AttributeTexts : JsonConverter<HtmlAttributes>
    {
        public override HtmlAttributes Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        )
        {
            var attributes = new HtmlAttributes();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                attributes[name] = Text(ref reader) ?? "";
            }

            return attributes;
        }

        public override void Write(
            Utf8JsonWriter writer,
            HtmlAttributes value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    // The macro says false for a part of a date that is not asked; ours has a value of its own for that.
    private sealed class LeftOutOrPart : JsonConverter<DateInputItem>
    {
        public override DateInputItem? Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.False
                ? DateInputItem.LeftOut
                : JsonSerializer.Deserialize<DateInputItem>(ref reader, Without<LeftOutOrPart>());

        public override void Write(
            Utf8JsonWriter writer,
            DateInputItem value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    // The macro takes markup alone for an end slot without alignment.
    private sealed class MarkupOrEnd : JsonConverter<ServiceNavigationEnd>
    {
        public override ServiceNavigationEnd? Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.String
                ? new() { Html = new HtmlString(reader.GetString()) }
                : JsonSerializer.Deserialize<ServiceNavigationEnd>(
                    ref reader,
                    Without<MarkupOrEnd>()
                );

        public override void Write(
            Utf8JsonWriter writer,
            ServiceNavigationEnd value,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();
    }

    private static JsonSerializerOptions Without<TConverter>()
        where TConverter : JsonConverter
    {
        var options = new JsonSerializerOptions(Options);
        options.Converters.Remove(options.Converters.Single(c => c is TConverter));
        return options;
    }
}
