using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Xunit;

namespace Waymark.Instruments.Tests.Cases;

/// <summary>Runs the case files: each is a rule of the standard, or a trap that users of other engines reported.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Names => [.. CaseFile.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_EachStep_GivesWhatTheStandardSays(string name)
    {
        var file = CaseFile.Read(name);
        var loaded = Instrument.Load(file.QuestionnaireJson());
        if (file.Refused is { } codes)
        {
            Assert.Null(loaded.Value);
            Assert.Equal(
                codes,
                loaded
                    .Issues.Where(issue => issue.Severity == IssueSeverity.Error)
                    .Select(issue => $"{issue.Code} {issue.LinkId} {issue.Path}".Trim())
            );
            return;
        }

        Assert.True(loaded.Value is not null, string.Join("\n", loaded.Issues));
        var context = new EvaluationContext(
            new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
            Launch(file)
        )
        {
            Language = file.Language,
        };
        var form = Form.Start(loaded.Value, context);
        var number = 0;
        foreach (var step in file.Steps)
        {
            number++;
            form = new CaseStep(form, step, $"{name}, step {number}").Run();
        }

        Assert.True(number > 0, "A case without a step shows nothing.");
    }

    [Fact]
    public void Names_CoverManyFeatures()
    {
        Assert.True(CaseFile.Names().Select(name => name.Split('/')[0]).Distinct().Count() >= 12);
    }

    private static Dictionary<string, IReadOnlyList<Base>>? Launch(CaseFile file)
    {
        var options = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);
        return file
            .Launch?.EnumerateObject()
            .ToDictionary(
                property => property.Name,
                property =>
                    (IReadOnlyList<Base>)
                        [
                            JsonSerializer.Deserialize<Resource>(
                                property.Value.GetRawText(),
                                options
                            )!,
                        ]
            );
    }
}
