namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>What an application is told, before it is known whether the answer will be a good one.</summary>
internal sealed record SamlOutcome(SamlStatus Status)
{
    public static SamlOutcome Cancelled { get; } = new(new SamlStatus("Requester", "AuthnFailed"));

    public SamlName? Name { get; init; }

    public IReadOnlyList<string> ContextClasses { get; init; } = [];

    public IReadOnlyList<SamlAttribute> Attributes { get; init; } = [];
}

/// <param name="Code">Last part of the standard's name, such as <c>Success</c>.</param>
/// <param name="SubCode">The second code below it.</param>
/// <param name="Detail">BundID's JSON about it.</param>
internal sealed record SamlStatus(string Code, string? SubCode = null, string? Detail = null)
{
    public static SamlStatus Success { get; } = new("Success");

    public bool IsSuccess => Code == "Success";
}

internal sealed record SamlName(string Value, string Format);

/// <param name="Name">Name on the wire.</param>
/// <param name="Text">Value, where it is a text.</param>
internal sealed record SamlAttribute(string Name, string? Text)
{
    public string? FriendlyName { get; init; }

    /// <summary>BundID's trust level of this value.</summary>
    public string? TrustLevel { get; init; }

    /// <summary>Value, where it is an address in parts.</summary>
    public IReadOnlyList<(string Name, string Value)> Address { get; init; } = [];

    /// <summary>Whether the application cannot do without.</summary>
    public bool IsRequired { get; init; }
}
