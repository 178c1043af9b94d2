namespace BaseComponents.Tests.Scale.Workers;

/// <summary>How one worker ends.</summary>
/// <param name="Step">The step it dies at, or null for any moment.</param>
/// <param name="Occurrence">When it reaches the step for the so-manyth time.</param>
/// <param name="Answers">After how many answers it dies, where it dies at any moment.</param>
/// <param name="After">How long after them; at most how long it is waited for, where it dies at a step.</param>
/// <param name="IsEarly">Whether it dies while it starts.</param>
internal sealed record PlannedKill(string? Step, int Occurrence, int Answers, TimeSpan After, bool IsEarly);
