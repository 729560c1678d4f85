using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Content;

/// <summary>Reads the project's own JSON strictly: no unknown member, no missing one, no null where a value is needed.</summary>
internal static class ContentJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNameCaseInsensitive = false,
        Converters =
        {
            new JsonStringEnumConverter<SourceMark>(allowIntegerValues: false),
            new JsonStringEnumConverter<Reference.FigureStatus>(
                JsonNamingPolicy.KebabCaseLower,
                allowIntegerValues: false
            ),
            new JsonStringEnumConverter<Urgency>(
                JsonNamingPolicy.KebabCaseLower,
                allowIntegerValues: false
            ),
        },
    };

    /// <summary>Reads one file; what prevents it becomes an issue.</summary>
    internal static T? Read<T>(ContentSnapshot content, string path, List<ContentIssue> issues)
        where T : class
    {
        if (!content.Files.TryGetValue(path, out var text))
        {
            issues.Add(
                new(
                    ContentCodes.FileMissing,
                    path,
                    null,
                    null,
                    "The file is not there. Put it back."
                )
            );
            return null;
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(text, Options);
            if (value is null)
            {
                issues.Add(
                    new(ContentCodes.FileUnreadable, path, null, null, "The file holds nothing.")
                );
            }

            return value;
        }
        catch (JsonException problem)
        {
            issues.Add(new(ContentCodes.FileUnreadable, path, problem.Path, null, problem.Message));
            return null;
        }
    }
}
