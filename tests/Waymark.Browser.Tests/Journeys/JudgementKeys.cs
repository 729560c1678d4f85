using Waymark.Features.Assessments.Decide;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>The pages on which a practitioner writes their own judgement, by keyboard.</summary>
internal static class JudgementKeys
{
    /// <summary>Writes a formulation and saves it.</summary>
    public static async Task FormulateAsync(this Keyboard keyboard, string level, string sureness)
    {
        await keyboard.TypeAsync("What is happening?", "The friend told the head of year today.");
        await keyboard.TypeAsync("What keeps it going?", "Secrecy and fear of being blamed.");
        await keyboard.TypeAsync("What protects the child?", "A friend who spoke up.");
        await keyboard.TypeAsync("What would change our mind?", "What the police learn.");
        await keyboard.ChooseAsync("How concerned are you?", level);
        await keyboard.TypeAsync("Your reasons", "What was said and by whom.");
        await keyboard.ChooseAsync("How sure are you of this judgement?", sureness);
        await keyboard.SendAsync("Save the formulation");
    }

    /// <summary>Decides to refer, with everything that asks for, and saves it.</summary>
    public static async Task ReferAsync(this Keyboard keyboard)
    {
        await keyboard.ChooseAsync("What have you decided?", DecisionKind.Refer.Words());
        await keyboard.TypeAsync("Where does the referral go?", "The front door and the police.");
        await keyboard.TypeAsync("What do you ask them to do?", "A strategy discussion today.");
        await keyboard.ChooseAsync(
            "What is your lawful basis for sharing this?",
            LawfulBasis.PublicTask.Words()
        );
        await keyboard.ChooseAsync(
            "Do the child and the family know?",
            Consent.NotAskedUnsafe.Words()
        );
        await keyboard.TypeAsync(
            "Why were they not asked, or what did they say?",
            "The person may be alerted."
        );
        await keyboard.TypeAsync(
            "What do you share, and what do you hold back and why?",
            "What was said today."
        );
        await keyboard.TypeAsync("Safe contact", "Call the school office only.");
        await keyboard.TypeAsync("Your reasons", "Someone the child does not know is involved.");
        await keyboard.SendAsync("Save the decision");
    }

    /// <summary>Decides not to refer, with a second view and a day to look again, and saves it.</summary>
    public static async Task DoNotReferAsync(
        this Keyboard keyboard,
        string day,
        string month,
        string year
    )
    {
        await keyboard.ChooseAsync("What have you decided?", DecisionKind.DoNotRefer.Words());
        await keyboard.TypeAsync("Who did you ask for a second view?", "The named doctor.");
        await keyboard.TypeAsync("Day", day, "When will you look again?");
        await keyboard.TypeAsync("Month", month, "When will you look again?");
        await keyboard.TypeAsync("Year", year, "When will you look again?");
        await keyboard.TypeAsync("Your reasons", "Nothing points to harm.");
        await keyboard.SendAsync("Save the decision");
    }
}
