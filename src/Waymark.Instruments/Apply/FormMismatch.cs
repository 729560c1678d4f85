namespace Waymark.Instruments;

internal static class FormMismatch
{
    /// <summary>What was loaded for one version of an instrument says nothing about another.</summary>
    internal static void ThrowUnlessOn(Form form, Instrument instrument)
    {
        if (!ReferenceEquals(form.Instrument, instrument))
        {
            throw new ArgumentException(
                $"The form was opened on another Instrument ({form.Instrument.Url}|{form.Instrument.Version}) than {instrument.Url}|{instrument.Version} as it was loaded here.",
                nameof(form)
            );
        }
    }
}
