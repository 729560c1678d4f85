using Waymark.Mail;

namespace Waymark.Features.Surveys.Waves;

/// <summary>The words of a survey's letters. Pure. They say nothing about a child, and nothing of what anyone answered.</summary>
public static class InvitationLetters
{
    /// <summary>An invitation or a reminder.</summary>
    /// <param name="to">The address.</param>
    /// <param name="evaluation">What the evaluation is called.</param>
    /// <param name="agency">Who asks.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="by">Whether the invitee or their manager is asked.</param>
    /// <param name="link">The link, with its token.</param>
    /// <param name="isReminder">Whether it was sent before.</param>
    public static Letter Of(
        string to,
        string evaluation,
        string agency,
        Wave wave,
        ResponseBy by,
        string link,
        bool isReminder
    )
    {
        ArgumentNullException.ThrowIfNull(wave);
        return new(
            to,
            $"{(isReminder ? "Reminder: " : "")}{evaluation}",
            $"""
            Hello,

            {agency} asks you to answer a short survey: {evaluation}.
            {(by == ResponseBy.Manager ? About : Own)}

            {link}

            The link is yours alone and works once. Please do not pass it on. Answers are taken until {UkTime.Date(
                wave.ClosesOn
            )}.

            Your answers are kept without your name and without the time. Nobody is told whether you have answered while the survey is open. You can skip any question, and you need not answer at all.
            There are two reminders at most, and none once your link was used.

            This letter was sent by a program. Please ask the person who told you about the survey if anything is unclear.
            """.ReplaceLineEndings(
                "\n"
            )
        );
    }

    private const string Own = "It asks about your own work.";

    private const string About =
        "It asks about the work of a colleague who took a course and named you as their manager. Please answer with them if you can.";
}
