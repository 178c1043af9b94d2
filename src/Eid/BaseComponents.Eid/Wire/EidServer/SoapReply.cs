namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What a call brought: <see cref="Answered"/> or <see cref="Lost"/>.</summary>
internal abstract record SoapReply
{
    private SoapReply()
    {
    }

    /// <summary>A verified answer.</summary>
    public sealed record Answered(VerifiedAnswer Answer) : SoapReply;

    /// <summary>No answer came. The server may have done what was asked all the same, unless the request never left.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="WasSent">Whether the request may have reached the server.</param>
    public sealed record Lost(EidException Fault, bool WasSent) : SoapReply;
}
