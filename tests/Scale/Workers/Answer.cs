namespace BaseComponents.Tests.Scale.Workers;

/// <summary>What the application shows.</summary>
/// <param name="Id">That of the question.</param>
/// <param name="State">How what was asked for stands.</param>
/// <param name="PayPage">Where to pay.</param>
/// <param name="Fault">Why there is no state.</param>
internal sealed record Answer(long Id, string? State = null, Uri? PayPage = null, string? Fault = null);
