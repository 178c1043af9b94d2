namespace BaseComponents.Eid.Saml;

/// <summary>What an identity provider states about a user, read from the very element whose signature was verified.</summary>
public sealed record SamlAssertion
{
    /// <summary>Identifier of the assertion: each is good for one log-in.</summary>
    public required string Id { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>From when on nobody may use it: until then it must be remembered as used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the user proved who they are.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>When the identity provider wants the session to end, where it says so.</summary>
    public DateTimeOffset? SessionEndsAt { get; init; }

    /// <summary>All context classes, such as <c>STORK-QAA-Level-4</c>. Where there are several, the lowest counts.</summary>
    /// <remarks>AuthnContextClassRef</remarks>
    public required IReadOnlyList<string> ContextClasses { get; init; }

    /// <summary>Name of the user for this log-in or for good, with its format.</summary>
    public SamlName? Name { get; init; }

    /// <summary>The attributes by name; no name stands twice.</summary>
    public required IReadOnlyDictionary<string, SamlAttribute> Attributes { get; init; }

    /// <summary>Whether it came encrypted with AES-CBC, which only the legacy switch accepts.</summary>
    public bool UsedLegacyEncryption { get; init; }

    /// <summary>The name of the type: the content stays out of logs.</summary>
    public override string ToString() => nameof(SamlAssertion);
}

/// <summary>A name of the user.</summary>
/// <remarks>NameID</remarks>
/// <param name="Value">The name.</param>
/// <param name="Format">Address of its format; null where none is given.</param>
public sealed record SamlName(string Value, string? Format)
{
    /// <summary>The name of the type: the value stays out of logs.</summary>
    public override string ToString() => nameof(SamlName);
}
