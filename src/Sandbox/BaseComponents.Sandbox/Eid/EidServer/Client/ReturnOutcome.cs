namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>What the browser tells the application on its return, unsigned: nothing to rely on (TR-03124-1, section 2.5.4).</summary>
/// <param name="Minor">Why it failed; null if it did not.</param>
/// <param name="IsSilent">Says nothing at all, as some clients do.</param>
internal sealed record ReturnOutcome(string? Minor, bool IsSilent = false)
{
    public static ReturnOutcome Ok { get; } = new((string?)null);

    public static ReturnOutcome CancellationByUser { get; } = new("cancellationByUser");

    public static ReturnOutcome ServerError { get; } = new("serverError");

    public static ReturnOutcome NoTrustedChannel { get; } = new("trustedChannelEstablishmentFailed");

    public Uri At(Uri address)
    {
        if (IsSilent)
            return address;
        var parameters = Minor is null ? "ResultMajor=ok" : "ResultMajor=error&ResultMinor=" + Minor;
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query}&{parameters}" : parameters }.Uri;
    }
}
