using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Waymark.Instruments.Tests.Cases;

/// <summary>One step of a case: what is done, then what is looked at.</summary>
internal sealed class CaseStep(Form form, JsonElement step, string where)
{
    private Form _form = form;

    internal Form Run()
    {
        foreach (var property in step.EnumerateObject())
        {
            Do(property.Name, property.Value);
        }

        return _form;
    }

    private void Do(string name, JsonElement value)
    {
        switch (name)
        {
            case "set":
                foreach (var answer in value.EnumerateObject())
                {
                    var result = _form.Set(
                        ItemPath.Parse(answer.Name),
                        Values(ItemPath.Parse(answer.Name), answer.Value)
                    );
                    Assert.True(result.Accepted, $"{where}: {string.Join("; ", result.Issues)}");
                }

                break;
            case "refuse":
                foreach (var answer in value.EnumerateObject())
                {
                    var before = _form.ToDraftJson();
                    var result = _form.Set(
                        ItemPath.Parse(answer.Name),
                        Values(ItemPath.Parse(answer.Name), answer.Value.GetProperty("value"))
                    );
                    Same(
                        answer.Value.GetProperty("code").GetString(),
                        string.Join(" ", result.Issues.Select(issue => issue.Code)),
                        "refused " + answer.Name
                    );
                    Same(before, _form.ToDraftJson(), "a refused answer changed something");
                }

                break;
            case "changed":
                // What the last thing done changed: set once more by hand, so that the case can say both.
                var change = value.GetProperty("set").EnumerateObject().Single();
                var changed = _form.Set(
                    ItemPath.Parse(change.Name),
                    Values(ItemPath.Parse(change.Name), change.Value)
                );
                Same(
                    List(value.GetProperty("paths")),
                    string.Join(", ", changed.Changed),
                    "changed"
                );
                break;
            case "add":
                Assert.True(_form.AddInstance(value.GetString()!).Accepted, where);
                break;
            case "refuseAdd":
                Same(
                    value.GetProperty("code").GetString(),
                    string.Join(
                        " ",
                        _form
                            .AddInstance(value.GetProperty("path").GetString()!)
                            .Issues.Select(issue => issue.Code)
                    ),
                    "add"
                );
                break;
            case "remove":
                Assert.True(
                    _form.RemoveInstance(ItemPath.Parse(value.GetString()!)).Accepted,
                    where
                );
                break;
            case "reopen":
                Reopen(
                    value.GetString() == "completed"
                        ? _form.ToCompletedJson(_form.Context.Now)
                        : _form.ToDraftJson()
                );
                break;
            case "open":
                OpenGiven(value);
                break;
            default:
                Look(name, value);
                break;
        }
    }

    private void Reopen(string json)
    {
        var resumed = Form.Resume(_form.Instrument, json, _form.Context);
        Assert.True(resumed.Value is not null, $"{where}: {string.Join("; ", resumed.Issues)}");
        Assert.Empty(resumed.Issues);
        _form = resumed.Value;
    }

    private void OpenGiven(JsonElement value)
    {
        var resumed = Form.Resume(
            _form.Instrument,
            value.GetProperty("response").GetRawText(),
            _form.Context
        );
        Same(
            List(value.GetProperty("issues")),
            string.Join(", ", resumed.Issues.Select(issue => $"{issue.Code} {issue.Path}")),
            "issues on opening"
        );
        _form = resumed.Value ?? _form;
    }

    private void Look(string name, JsonElement value)
    {
        switch (name)
        {
            case "enabled":
                Each(
                    value,
                    (path, expected) =>
                        Same(
                            expected.GetBoolean().ToString(),
                            _form.IsEnabled(path).ToString(),
                            $"enabled {path}"
                        )
                );
                break;
            case "answers":
                Each(
                    value,
                    (path, expected) =>
                        Same(List(expected), Written(_form.Answers(path)), $"answers of {path}")
                );
                break;
            case "text":
                Each(
                    value,
                    (path, expected) =>
                        Same(expected.GetString(), _form.View(path).Text, $"text of {path}")
                );
                break;
            case "options":
                Each(
                    value,
                    (path, expected) =>
                        Same(
                            List(expected),
                            string.Join(
                                ", ",
                                _form.View(path).Options.Select(option => option.Text)
                            ),
                            $"options of {path}"
                        )
                );
                break;
            case "required":
                Each(
                    value,
                    (path, expected) =>
                        Same(
                            expected.GetBoolean().ToString(),
                            _form.View(path).IsRequired.ToString(),
                            $"required {path}"
                        )
                );
                break;
            case "help":
                Each(
                    value,
                    (path, expected) =>
                        Same(
                            List(expected),
                            string.Join(", ", _form.View(path).Help),
                            $"help of {path}"
                        )
                );
                break;
            case "occurrences":
                Each(
                    value,
                    (path, expected) =>
                        Same(
                            expected.GetInt32().ToString(CultureInfo.InvariantCulture),
                            _form.Occurrences(path).Count.ToString(CultureInfo.InvariantCulture),
                            $"occurrences of {path}"
                        )
                );
                break;
            case "validation":
                Same(
                    List(value),
                    string.Join(
                        ", ",
                        _form.Validate().Select(issue => $"{issue.Code} {issue.Path}".Trim())
                    ),
                    "validation"
                );
                break;
            case "severities":
                Same(
                    List(value),
                    string.Join(", ", _form.Validate().Select(issue => issue.Severity)),
                    "severities"
                );
                break;
            case "issues":
                Same(
                    List(value),
                    string.Join(
                        ", ",
                        _form.Issues.Select(issue => $"{issue.Code} {issue.Path}".Trim())
                    ),
                    "issues"
                );
                break;
            case "disabledButKept":
                Same(List(value), string.Join(", ", _form.KeptButDisabled), "kept but disabled");
                break;
            case "completed":
                Same(List(value), string.Join(", ", Completed()), "completed");
                break;
            case "why":
                break;
            default:
                Assert.Fail($"{where}: a case cannot say \"{name}\"");
                break;
        }
    }

    private IEnumerable<string> Completed()
    {
        using var document = JsonDocument.Parse(_form.ToCompletedJson(_form.Context.Now));
        return [.. LinkIds(document.RootElement)];
    }

    private static IEnumerable<string> LinkIds(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => (
                element.TryGetProperty("linkId", out var linkId)
                    ? [linkId.GetString()!]
                    : (IEnumerable<string>)[]
            ).Concat(element.EnumerateObject().SelectMany(property => LinkIds(property.Value))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(LinkIds),
            _ => [],
        };

    private static void Each(JsonElement value, Action<ItemPath, JsonElement> look)
    {
        foreach (var property in value.EnumerateObject())
        {
            look(ItemPath.Parse(property.Name), property.Value);
        }
    }

    private void Same(string? expected, string? actual, string what) =>
        Assert.True(
            expected == actual,
            $"{where}: {what}: expected \"{expected}\", found \"{actual}\""
        );

    private static string List(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.EnumerateArray().Select(List))
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    private static string Written(IEnumerable<AnswerValue> values) =>
        string.Join(
            ", ",
            values.Select(value =>
                value is CodingAnswer coding
                    ? (coding.Code.Length > 0 ? coding.Code : coding.Display)
                    : AnswerText.Key(value)
            )
        );

    /// <summary>Values in short: a coding by its code, everything else as the item's type reads it; in full as FHIR's value[x].</summary>
    private IReadOnlyList<AnswerValue> Values(ItemPath path, JsonElement value)
    {
        var item = _form.Instrument.Find(path.LinkId);
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array =>
            [
                .. value.EnumerateArray().SelectMany(each => Values(path, each)),
            ],
            JsonValueKind.Object =>
            [
                AnswerJson.Read(value) ?? throw new InvalidOperationException(where),
            ],
            JsonValueKind.True or JsonValueKind.False => [new BooleanAnswer(value.GetBoolean())],
            JsonValueKind.Number when item?.Type == ItemType.Decimal =>
            [
                new DecimalAnswer(value.GetDecimal()),
            ],
            JsonValueKind.Number when item?.Type == ItemType.Quantity =>
            [
                new QuantityAnswer(value.GetDecimal(), null, null, null),
            ],
            JsonValueKind.Number => [new IntegerAnswer(value.GetInt32())],
            _ => [Text(item, path, value.GetString()!)],
        };
    }

    private AnswerValue Text(ItemDefinition? item, ItemPath path, string text)
    {
        var option = item?.Type is ItemType.Choice or ItemType.OpenChoice
            ? _form
                .View(path)
                .Options.Concat(item.Options)
                .FirstOrDefault(option =>
                    option.Value is CodingAnswer coding
                    && (coding.Code == text || (coding.Code.Length == 0 && coding.Display == text))
                )
            : null;
        return option?.Value
            ?? item?.Type switch
            {
                ItemType.Date => new DateAnswer(
                    PartialDate.TryParse(text, out var date)
                        ? date
                        : throw new InvalidOperationException(where)
                ),
                ItemType.DateTime => new DateTimeAnswer(text),
                ItemType.Time => new TimeAnswer(TimeOnly.Parse(text, CultureInfo.InvariantCulture)),
                ItemType.Url => new UriAnswer(text),
                ItemType.Choice => new CodingAnswer(null, text, null),
                _ => new StringAnswer(text),
            };
    }
}
