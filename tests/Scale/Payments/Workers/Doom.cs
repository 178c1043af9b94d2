namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>How one worker ends.</summary>
/// <param name="Step">The step it dies at, or null for any moment.</param>
/// <param name="Occurrence">When it reaches the step for the so-manyth time.</param>
/// <param name="After">How long it lives from its first answer on, where it dies at any moment; at most, where it dies at a step.</param>
/// <param name="IsEarly">Whether that time begins with the process, so that it dies while it starts.</param>
internal sealed record Doom(string? Step, int Occurrence, TimeSpan After, bool IsEarly);
