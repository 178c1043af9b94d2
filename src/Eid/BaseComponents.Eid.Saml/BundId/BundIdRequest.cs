namespace BaseComponents.Eid.Saml.BundId;

/// <summary>What BundID is asked for, beside the level.</summary>
public sealed record BundIdRequest
{
    /// <summary>Who asks: shown to the citizen. BundID cuts it after 50 characters.</summary>
    /// <remarks>OrganizationDisplayName</remarks>
    public required string OrganisationDisplayName { get; init; }

    /// <summary>The service's identifier with the federal ministry (BMI-ID).</summary>
    /// <remarks>OnlineServiceId; mandatory since 30 June 2025</remarks>
    public required string OnlineServiceId { get; init; }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<SamlRequestedAttribute> Attributes { get; init; } = [];

    /// <summary>The ways to log in that are offered.</summary>
    /// <value>Empty: all.</value>
    public IReadOnlyList<BundIdMethod> Methods { get; init; } = [];

    /// <summary>Language of BundID's pages: <c>de</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</summary>
    /// <value><c>de</c></value>
    public string Language { get; init; } = "de";

    /// <summary>Where the link "back" of BundID's pages leads: a fixed https address of this application, never one that a user can choose.</summary>
    /// <value><see langword="null"/>: the link comes back with an answer that declines.</value>
    public Uri? BackAddress { get; init; }
}
