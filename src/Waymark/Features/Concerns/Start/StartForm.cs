using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Concerns.Start;

/// <summary>What the start form shows.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Sealed">The sealed answers of an open safety check that are to be kept, or null.</param>
public sealed record StartForm(StartInput Input, IReadOnlyList<FieldError> Errors, string? Sealed);
