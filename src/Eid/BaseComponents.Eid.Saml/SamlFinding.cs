namespace BaseComponents.Eid.Saml;

/// <summary>Something about a configuration that the identity provider would refuse, or that a developer should know.</summary>
/// <param name="Severity">Whether it must be mended.</param>
/// <param name="Code">The identity provider's own code where it has one, otherwise a code of this package.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record SamlFinding(SamlFindingSeverity Severity, string Code, string Message)
{
    /// <summary>Severity, code and message in one line.</summary>
    public override string ToString() => $"{Severity}: {Code}: {Message}";
}

/// <summary>Whether a finding must be mended.</summary>
public enum SamlFindingSeverity
{
    /// <summary>Works, but probably not as meant.</summary>
    Warning,

    /// <summary>The identity provider would refuse the request, or it would be unsafe.</summary>
    Error,
}
