namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>How much is read of whom, and for how long.</summary>
/// <param name="Address">Whom, for messages: without anything that was asked.</param>
/// <param name="Timeout">How long one question may take.</param>
/// <param name="MaxBytes">The largest document.</param>
/// <param name="UserAgent">What is sent as such; none for nothing.</param>
internal sealed record RoutingLimits(Uri Address, TimeSpan Timeout, long MaxBytes, string? UserAgent);
