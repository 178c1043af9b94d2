namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>How one worker ends.</summary>
/// <param name="Step">The step it dies at, or null for any moment.</param>
/// <param name="Occurrence">When it reaches the step for the so-manyth time.</param>
/// <param name="After">How long it lives where it dies at any moment.</param>
/// <param name="IsEarly">Whether that time begins with the process, and not when it is ready.</param>
internal sealed record Doom(string? Step, int Occurrence, TimeSpan After, bool IsEarly);
