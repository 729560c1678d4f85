using System.Globalization;

namespace Waymark.Components.Govuk;

/// <summary>The text inputs that a date input consists of.</summary>
internal static class DateInputFields
{
    private const string ErrorClass = "govuk-input--error";
    private const string WidthClass = "govuk-input--width-";

    internal static IEnumerable<InputOptions> Of(DateInputOptions options)
    {
        DateInputItem[] usual =
        [
            Usual(options.Day, "day"),
            Usual(options.Month, "month"),
            Usual(options.Year, "year"),
        ];
        var items = options.Items is { Count: > 0 } given
            ? given.Select(item => Completed(item, usual))
            : usual;
        var asked = items
            .OfType<DateInputItem>()
            .Where(i => !ReferenceEquals(i, DateInputItem.LeftOut))
            .ToList();
        var anyIsWrong = asked.Exists(IsWrong);
        return asked.Select(item => Field(options, item, anyIsWrong, IsYear(item, usual)));
    }

    private static DateInputItem Usual(DateInputItem? given, string part) =>
        given switch
        {
            null => new() { Name = part },
            _ when ReferenceEquals(given, DateInputItem.LeftOut) => given,
            _ => given with { Name = given.Name ?? part },
        };

    // A field in a list of our own that has the name of a part takes that part's value where it has none.
    private static DateInputItem? Completed(DateInputItem? item, DateInputItem[] usual) =>
        item is { Name: not null, Value: null }
        && Array.Find(usual, u => u.Name == item.Name) is { } part
            ? item with
            {
                Value = part.Value,
            }
            : item;

    private static bool IsYear(DateInputItem item, DateInputItem[] usual) =>
        item.Name is { Length: > 0 } name && (name == "year" || name == usual[2].Name);

    private static bool IsWrong(DateInputItem item) =>
        item.Error == true || item.Classes?.Contains(ErrorClass, StringComparison.Ordinal) == true;

    private static InputOptions Field(
        DateInputOptions options,
        DateInputItem item,
        bool anyIsWrong,
        bool isYear
    )
    {
        var prefix = string.IsNullOrEmpty(options.NamePrefix) ? "" : $"{options.NamePrefix}-";
        var name = prefix + item.Name;
        var hasErrorClass = item.Classes?.Contains(ErrorClass, StringComparison.Ordinal) == true;
        var hasWidth = item.Classes?.Contains(WidthClass, StringComparison.Ordinal) == true;
        var marked =
            IsWrong(item)
            || (item.Error != false && options.ErrorMessage is not null && !anyIsWrong);
        return new InputOptions
        {
            Id = item.Id.OrNull() ?? $"{options.Id}-{item.Name}",
            Name = name,
            Label = new()
            {
                Text = item.Label.OrNull() ?? Capitalised(item.Name ?? ""),
                Classes = "govuk-date-input__label",
            },
            Classes = ClassNames.Classes(
                "govuk-date-input__input",
                marked && !hasErrorClass ? ErrorClass : null,
                hasWidth ? null : WidthClass + (isYear ? "4" : "2"),
                item.Classes
            ),
            Value = item.Value ?? options.Values?.GetValueOrDefault(name),
            Inputmode = item.Inputmode.OrNull() ?? "numeric",
            Autocomplete = item.Autocomplete,
            Pattern = item.Pattern,
            Attributes = item.Attributes,
        };
    }

    private static string Capitalised(string name) =>
        name is ""
            ? ""
            : char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..].ToLowerInvariant();
}
