using FsCheck.Xunit;
using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Codebook;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Codebook;

/// <summary>The quick reading of a stored response says what the form says.</summary>
public sealed class AnswerCodingTests
{
    private static readonly EvaluationContext s_moment = new(
        new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
    );

    [Property(MaxTest = 400)]
    public void Read_AnyResponse_SaysWhatTheFormSays(int seed)
    {
        var survey = new RandomSurvey(seed);
        var instrument = survey.Make();
        var columns = SurveyColumns.Of(instrument);
        Assert.Empty(SurveyReading.Of(instrument).Problems);
        var form = Form.Start(instrument, s_moment);

        survey.Answer(form);

        Assert.Equal(Slowly(columns, form), Quickly(columns, form.ToDraftJson()));
        var completed = form.ToCompletedJson(s_moment.Now);
        var resumed = Form.Resume(instrument, completed, s_moment).Value!;
        Assert.Equal(Slowly(columns, resumed), Quickly(columns, completed));
        Assert.Equal(Slowly(columns, form), Quickly(columns, completed));
    }

    [Fact]
    public void RandomSurveys_HaveEveryReasonForNoAnswer()
    {
        // The property above proves little unless all of these turn up.
        var seen = Enumerable
            .Range(0, 60)
            .SelectMany(seed =>
            {
                var survey = new RandomSurvey(seed);
                var form = Form.Start(survey.Make(), s_moment);
                survey.Answer(form);
                return Quickly(SurveyColumns.Of(form.Instrument), form.ToDraftJson());
            })
            .ToHashSet();

        Assert.Superset(
            new HashSet<short>([
                AnswerCoding.NotAsked,
                AnswerCoding.NotAnswered,
                AnswerCoding.PreferNotToSay,
                0,
                1,
                20,
            ]),
            seen
        );
    }

    [Fact]
    public void Read_NothingAnswered_SaysSo()
    {
        var columns = SurveyColumns.Of(new RandomSurvey(3).Make());

        var read = Quickly(columns, """{ "resourceType": "QuestionnaireResponse", "item": [] }""");

        Assert.All(read, number => Assert.True(AnswerCoding.IsMissing(number)));
    }

    [Fact]
    public void Read_WrongNumberOfPlaces_Throws()
    {
        var columns = SurveyColumns.Of(new RandomSurvey(3).Make());

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AnswerCoding.Read(columns, "{}", new short[columns.Count + 1])
        );
    }

    private static short[] Quickly(SurveyColumns columns, string json)
    {
        var into = new short[columns.Count];
        AnswerCoding.Read(columns, json, into);
        return into;
    }

    private static short[] Slowly(SurveyColumns columns, Form form) =>
        [.. columns.Select(column => Slowly(column, form))];

    private static short Slowly(SurveyColumn column, Form form)
    {
        if (!form.IsEnabled(column.LinkId))
        {
            return AnswerCoding.NotAsked;
        }

        var answers = form.Answers(column.LinkId);
        var codes = answers.OfType<CodingAnswer>().Select(answer => answer.Code).ToList();
        if (column.Question.DeclineCode is { } decline && codes.Contains(decline))
        {
            return AnswerCoding.PreferNotToSay;
        }

        if (answers.Count == 0)
        {
            return AnswerCoding.NotAnswered;
        }

        if (column.Kind == SurveyColumnKind.Flag)
        {
            var own = column.Question.Answers.Single(answer => answer.Label == column.FlagLabel);
            return codes.Contains(own.Code) ? (short)1 : (short)0;
        }

        return answers[0] switch
        {
            BooleanAnswer yes => yes.Value ? (short)1 : (short)0,
            // What lies outside the bounds is refused on the page; where it is stored all the same, it is no answer.
            IntegerAnswer number => number.Value is >= 0 and <= 10
                ? (short)number.Value
                : AnswerCoding.NotAnswered,
            CodingAnswer coding => column.Question.NumberOf(coding.Code)!.Value,
            var other => throw new InvalidOperationException("No such answer: " + other),
        };
    }
}
