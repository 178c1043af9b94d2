namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>What an application wants from BundID beyond SAML 2.0.</summary>
internal sealed record BundIdRequest
{
    /// <summary>Methods by which one may log in; null where all are welcome.</summary>
    public required IReadOnlySet<string>? Methods { get; init; }

    public required IReadOnlyList<(BundIdDatum Datum, bool IsRequired)> Attributes { get; init; }

    public required bool WantsStatusDetail { get; init; }

    public required string OrganisationName { get; init; }

    public required Uri? BackAddress { get; init; }
}
