namespace BaseComponents.Authorities;

/// <summary>
/// What Saxony's rule for the one competent account gives: exactly one of <see cref="Chosen"/> and <see cref="AmbiguousCompetence"/>.
/// </summary>
public abstract record SingleAccount
{
    private SingleAccount()
    {
    }

    /// <summary>Exactly one account is competent.</summary>
    /// <param name="Office">The unit it belongs to.</param>
    /// <param name="Account">The account of the service portal.</param>
    /// <remarks>Servicekonto.</remarks>
    public sealed record Chosen(Office Office, string Account) : SingleAccount;

    /// <summary>No account is named, or several are: nothing may be sent.</summary>
    /// <param name="Candidates">The units that decide, with their accounts.</param>
    public sealed record AmbiguousCompetence(IReadOnlyList<Office> Candidates) : SingleAccount;
}
