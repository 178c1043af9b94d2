using System.Globalization;
using BaseComponents.Eid.Saml.Internal;
using static BaseComponents.Eid.Saml.Unternehmenskonto.UnternehmenskontoAttributes;

namespace BaseComponents.Eid.Saml.Unternehmenskonto;

/// <summary>An assertion of Mein Unternehmenskonto as an identity: a company, or a natural person with a tax account.</summary>
internal static class UnternehmenskontoMapper
{
    public static EidIdentity Map(SamlAssertion assertion)
    {
        var attributes = new AttributeTexts(assertion);
        return new EidIdentity
        {
            Person = new EidPerson
            {
                GivenNames = attributes.Text(GivenNames),
                FamilyName = Joined(attributes.Text(NamePrefix), attributes.Text(FamilyName)),
                AcademicTitle = attributes.Text(AcademicTitle),
                DateOfBirth = GermanDate(attributes.Text(DateOfBirth)),
                TaxIdentifier = attributes.Text(TaxIdentifier),
            },
            Organisation = Organisation(attributes),
            Address = Address(attributes.Parts(OrganisationAddress)) ?? Address(attributes.Parts(PersonAddress)),
            Level = Level(attributes),
            Method = EidMethod.Elster,
            Pseudonym = assertion.Name is { Format: SamlNames.PersistentFormat, Value: var value } ? new EidPseudonym(assertion.Issuer, value) : null,
            MethodPseudonym = attributes.Text(MethodPseudonym) is { } transmitter ? new EidPseudonym($"{assertion.Issuer}#{EidMethod.Elster}", transmitter) : null,
            Mailbox = attributes.Text(Mailbox) is { } handle ? new MailboxHandle(handle) : null,
        };
    }

    /// <summary>Whether the account is one for tests, of which everybody can make as many as they like. What the provider does not say counts as a test.</summary>
    public static bool IsTestAccount(SamlAssertion assertion) => !string.Equals(new AttributeTexts(assertion).Text(UnternehmenskontoAttributes.IsTestAccount), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the account has the names that its kind must have: a company without its name would pass for the person who acts for it.</summary>
    public static bool IsNamed(SamlAssertion assertion)
    {
        var attributes = new AttributeTexts(assertion);
        return attributes.Text(FamilyName) is not null && (attributes.Text(OrganisationName) is not null || attributes.Text(PersonKind) == NaturalPerson);
    }

    private static EidOrganisation? Organisation(AttributeTexts attributes) => attributes.Text(OrganisationName) is { } name
        ? new EidOrganisation
        {
            Name = name,
            LegalForm = attributes.Text(LegalForm) ?? attributes.Text(LegalFormCode),
            LegalFormCode = attributes.Text(LegalFormCode),
            Activity = attributes.Text(Activity),
            RegisterNumber = Joined(attributes.Text(RegisterType), attributes.Text(RegisterNumber)),
            RegisterCourt = attributes.Text(RegisterCourt),
        }
        : null;

    // Who the account belongs to was proved once, how the user logged in is proved now: the weaker of the two counts.
    private static AssuranceLevel Level(AttributeTexts attributes) => new[] { IdentificationLevel, AuthenticationLevel }.Min(name => LevelOf(attributes.Text(name)));

    private static AssuranceLevel LevelOf(string? name) => name?.ToLowerInvariant() switch
    {
        "niedrig" or "normal" => AssuranceLevel.Low,
        "substanziell" or "substantiell" => AssuranceLevel.Substantial,
        "hoch" => AssuranceLevel.High,
        _ => AssuranceLevel.Unknown,
    };

    private static StructuredAddress? Address(IReadOnlyDictionary<string, string>? parts) => parts is null
        ? null
        : new StructuredAddress
        {
            Street = parts.GetValueOrDefault("Strasse"),
            HouseNumber = parts.GetValueOrDefault("Hausnummer"),
            PostalCode = parts.GetValueOrDefault("PLZ"),
            Locality = parts.GetValueOrDefault("Ort"),
            District = parts.GetValueOrDefault("Ortsteil"),
            Supplement = parts.GetValueOrDefault("Adressergaenzung"),
            Country = parts.GetValueOrDefault("Land") is { Length: > 0 } country ? new CountryCode(country) : null,
        };

    private static PartialDate? GermanDate(string? text) =>
        DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? PartialDate.Parse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;

    private static string? Joined(string? first, string? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => null,
        _ => $"{first} {second}",
    };
}
