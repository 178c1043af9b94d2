using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>One datum that BundID can hand over.</summary>
/// <param name="FriendlyName">For people; nothing may depend on it.</param>
/// <param name="Oid">Name on the wire, behind <c>urn:oid:</c>.</param>
/// <param name="Value">The value of an account, or null where it has none.</param>
/// <remarks>BundID interface description 10.2, section 6.2</remarks>
internal sealed record BundIdDatum(string FriendlyName, string Oid, Func<BundIdAccount, string?> Value)
{
    private const string Prefix = "urn:oid:";

    /// <summary>The older pseudonym, for which nobody may ask any more.</summary>
    public const string DeprecatedPseudonym = Prefix + "1.2.40.0.10.2.1.1.149";

    public const string GivenName = Prefix + "2.5.4.42";
    public const string Surname = Prefix + "2.5.4.4";
    public const string ProvedBy = Prefix + "1.3.6.1.4.1.25484.494450.2";

    public string Name => Prefix + Oid;

    /// <summary>Whether the account is needed for it: guests have none.</summary>
    public bool NeedsAccount => FriendlyName is "bPK2" or "legacyPostkorbHandle";

    public static BundIdDatum? Find(string name) => All.FirstOrDefault(datum => datum.Name == name);

    /// <summary>Nobody checks a mail address that somebody typed in.</summary>
    public string TrustOf(BundIdAccount account) => FriendlyName == "mail" ? BundIdLevel.Basic.TrustLevel : account.Level.TrustLevel;

    private static IReadOnlyList<BundIdDatum> All { get; } =
    [
        new("givenName", "2.5.4.42", account => account.Person.GivenName),
        new("surname", "2.5.4.4", account => account.Person.FamilyName),
        new("mail", "0.9.2342.19200300.100.1.3", account => account.Person.Email),
        new("postalAddress", "2.5.4.16", account => account.Person.Address?.Street),
        new("postalCode", "2.5.4.17", account => account.Person.Address?.PostalCode),
        new("localityName", "2.5.4.7", account => account.Person.Address?.Locality),
        new("country", "1.2.40.0.10.2.1.1.225599", account => account.Person.Address?.Country is "D" ? "DE" : account.Person.Address?.Country),
        new("personalTitle", "0.9.2342.19200300.100.1.40", account => account.Person.Title),
        new("gender", "1.3.6.1.4.1.33592.1.3.5", _ => null),
        new("birthdate", "1.2.40.0.10.2.1.1.55", account => account.Person.Birthdate),
        new("placeOfBirth", "1.3.6.1.5.5.7.9.2", account => account.Person.PlaceOfBirth),
        new("birthName", "1.2.40.0.10.2.1.1.225566", account => account.Person.BirthFamilyName),
        new("nationality", "1.2.40.0.10.2.1.1.225577", account => account.Person.Method == SandboxMethod.UserName ? null : account.Person.Nationality),
        new("documentType", "1.2.40.0.10.2.1.1.552255", account => account.Person.Method == SandboxMethod.IdentityCard ? "ID" : null),
        new("DeMail", "1.3.6.1.4.1.55605.70737875.1.1.1.7.1", _ => null),
        new("telephoneNumber", "2.5.4.20", _ => null),
        new("eIDAS-Issuing-Country", "1.3.6.1.4.1.25484.494450.10.1", account => account.Person.Method == SandboxMethod.Eidas ? account.Person.Nationality : null),
        new("communityId", "1.3.6.1.4.1.25484.494450.5", _ => null),
        new("bPK2", "1.3.6.1.4.1.25484.494450.3", account => account.Bpk2),
        new("EID-CITIZEN-QAA-LEVEL", "1.2.40.0.10.2.1.1.261.94", account => account.Level.ContextClass),
        new("Version", "1.3.6.1.4.1.25484.494450.1", _ => "1"),
        new("AssertionProvedBy", "1.3.6.1.4.1.25484.494450.2", account => account.Person.Method.Name),
        new("legacyPostkorbHandle", "2.5.4.18", account => account.Mailbox),
        new("applicationId", "1.3.6.1.4.1.25484.494450.4", _ => null),
        new("pseudonym", "1.2.40.0.10.2.1.1.226699", account => account.MethodPseudonym),
        new("mfa", "1.3.6.1.4.1.25484.494450.7", account => account.Person.Method == SandboxMethod.UserName ? "false" : "true"),
    ];
}
