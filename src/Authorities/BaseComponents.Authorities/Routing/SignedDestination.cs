namespace BaseComponents.Authorities.Routing;

/// <summary>
/// What became of the signature over a destination: exactly one of <see cref="Verified"/> and <see cref="Refused"/>. Only the first has the
/// identifier that an application may be sent to.
/// </summary>
/// <remarks>Signierte Adressierungsinformation (destinationSignature).</remarks>
public abstract record SignedDestination
{
    private SignedDestination()
    {
    }

    /// <summary>An issuer that is trusted says that this destination takes the service for the area that was asked for.</summary>
    /// <param name="Id">Where the application goes.</param>
    /// <param name="SubmissionHost">The host it is handed in at, one of those that the settings allow.</param>
    /// <param name="Issuer">Who signed.</param>
    /// <param name="IssuedAt">When.</param>
    public sealed record Verified(Guid Id, string SubmissionHost, string Issuer, DateTimeOffset IssuedAt) : SignedDestination;

    /// <summary>The signature does not hold, or not for what was asked. Nothing may be sent there.</summary>
    /// <param name="Reason">The first thing that was wrong.</param>
    /// <param name="Claimed">The identifier that the service named, for a report to its operator; none if it named none.</param>
    public sealed record Refused(DestinationRefusal Reason, Guid? Claimed) : SignedDestination
    {
        /// <summary>Whether the same question may be answered well later without anybody doing anything.</summary>
        public bool IsTransient => Reason == DestinationRefusal.KeysUnavailable;
    }
}
