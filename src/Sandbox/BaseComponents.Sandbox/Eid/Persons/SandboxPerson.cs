namespace BaseComponents.Sandbox.Eid.Persons;

/// <summary>An invented citizen or company of the Sandbox, in the terms of the protocols.</summary>
/// <param name="Key">Name in addresses and forms: lower-case letters and hyphens.</param>
/// <param name="Label">Name on the page.</param>
/// <param name="Speciality">What an application learns from this one (German).</param>
internal sealed record SandboxPerson(string Key, string Label, string Speciality)
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? BirthFamilyName { get; init; }

    public string? Title { get; init; }

    /// <summary>As OpenID Connect writes it: 1964-08-12, or less of it.</summary>
    public string? Birthdate { get; init; }

    public string? PlaceOfBirth { get; init; }

    public string? Nationality { get; init; } = "D";

    public SandboxAddress? Address { get; init; }

    public string? Email { get; init; }

    public string? MailboxHandle { get; init; }

    public SandboxCompany? Company { get; init; }

    public SandboxMethod Method { get; init; } = SandboxMethod.IdentityCard;

    /// <summary>Claims that this person's document or answer leaves out, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> Absent { get; init; } = new Dictionary<string, string>();

    /// <summary>Claims that are trusted less than the log-in as a whole, each with its level.</summary>
    public IReadOnlyDictionary<string, string> Trust { get; init; } = new Dictionary<string, string>();

    /// <summary>Whoever chooses this person gives up instead.</summary>
    public bool AlwaysCancels { get; init; }

    /// <summary>Somebody else who has most in common with this one.</summary>
    /// <param name="name">Lower-case letters.</param>
    public SandboxPerson Relative(string name) => this with
    {
        Key = $"{Key}-{name}",
        FamilyName = $"{FamilyName}-{name.ToUpperInvariant()}",
        Address = Address is { Street: not null } address ? address with { Street = $"{name.ToUpperInvariant()}WEG 17" } : Address,
        Email = Email is null ? null : $"{name}@buerger.example",
        MailboxHandle = null,
    };
}

/// <summary>An address in parts, or as one text where it has none.</summary>
internal sealed record SandboxAddress(string? Street, string? PostalCode, string? Locality, string? Country, string? Formatted = null);

internal sealed record SandboxCompany(string Name, string LegalForm, string RegisterNumber, string RegisterCourt);

/// <summary>How somebody proves who they are, and what that is worth.</summary>
/// <param name="Name">Value of <c>amr</c>: the names of BundID's AssertionProvedBy.</param>
/// <param name="Acr">Value of <c>acr</c>.</param>
/// <param name="Label">On the page.</param>
internal sealed record SandboxMethod(string Name, string Acr, string Label)
{
    public static SandboxMethod IdentityCard { get; } = new("eID", "http://eidas.europa.eu/LoA/high", "Online-Ausweis, Vertrauensniveau hoch");

    public static SandboxMethod Elster { get; } = new("Elster", "http://eidas.europa.eu/LoA/substantial", "ELSTER-Zertifikat, Vertrauensniveau substanziell");

    public static SandboxMethod Eidas { get; } = new("eIDAS", "http://eidas.europa.eu/LoA/substantial", "eIDAS, Vertrauensniveau substanziell");

    public static SandboxMethod UserName { get; } = new("Benutzername", "STORK-QAA-Level-1", "Benutzername und Passwort, Basisregistrierung");
}
