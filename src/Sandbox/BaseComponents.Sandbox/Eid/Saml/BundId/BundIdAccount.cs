using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>A person at BundID as one application sees them.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="IsGuest">Without an account: no pseudonym, no mailbox.</param>
/// <param name="Host">Host of the application's entity id: another one sees another pseudonym.</param>
/// <param name="Pseudonyms">Makes them.</param>
internal sealed record BundIdAccount(SandboxPerson Person, bool IsGuest, string Host, Pseudonyms Pseudonyms)
{
    public BundIdLevel Level => BundIdLevel.Of(Person);

    public string? Bpk2 => IsGuest ? null : Pseudonyms.Of("bPK2", Host, Person.Key);

    public string? Mailbox => IsGuest ? null : Person.MailboxHandle;

    /// <summary>Of the card or the certificate, not of the account; unique only together with the method.</summary>
    public string? MethodPseudonym => Person.Method == SandboxMethod.UserName ? null : Pseudonyms.Of("method", Person.Method.Name, Person.Key);
}
