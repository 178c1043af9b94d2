namespace BaseComponents.Eid.Saml;

/// <summary>How a log-in ended: <see cref="Succeeded"/> or <see cref="Failed"/>.</summary>
public abstract record SamlLogin
{
    private SamlLogin()
    {
    }

    /// <summary>The user is who the identity says.</summary>
    /// <param name="Identity">The verified identity.</param>
    public sealed record Succeeded(EidIdentity Identity) : SamlLogin;

    /// <summary>Nobody is logged in.</summary>
    /// <param name="Outcome">For the choice of a page.</param>
    /// <param name="Reason">A fixed word for the log; never for the page.</param>
    public sealed record Failed(EidLoginOutcome Outcome, string Reason) : SamlLogin;
}
