using BaseComponents.Eid.Saml.Internal;

namespace BaseComponents.Eid.Saml.BundId;

/// <summary>An assertion of BundID as an identity.</summary>
internal static class BundIdMapper
{
    private const string TrustLevel = $"{{{SamlNames.Akdb}}}TrustLevel";

    public static EidIdentity Map(SamlAssertion assertion, IReadOnlyList<SamlRequestedAttribute> requested)
    {
        var attributes = new AttributeTexts(assertion);
        var identity = new EidIdentity
        {
            Person = new EidPerson
            {
                GivenNames = attributes.Text(BundIdAttributes.GivenName),
                FamilyName = attributes.Text(BundIdAttributes.Surname),
                BirthName = attributes.Text(BundIdAttributes.BirthName),
                AcademicTitle = attributes.Text(BundIdAttributes.PersonalTitle),
                DateOfBirth = attributes.Date(BundIdAttributes.Birthdate),
                PlaceOfBirth = attributes.Text(BundIdAttributes.PlaceOfBirth),
                Nationality = attributes.Country(BundIdAttributes.Nationality),
                Gender = attributes.Text(BundIdAttributes.Gender) is { } gender ? new EidGender(gender) : null,
            },
            Address = Address(attributes),
            MailAddress = attributes.Text(BundIdAttributes.Mail),
            TelephoneNumber = attributes.Text(BundIdAttributes.TelephoneNumber),
            DeMailAddress = attributes.Text(BundIdAttributes.DeMail),
            CommunityId = attributes.Text(BundIdAttributes.CommunityId),
            Document = Document(attributes),
            Level = Level(assertion, attributes),
            Method = attributes.Text(BundIdAttributes.AssertionProvedBy) is { } method ? new EidMethod(method) : EidMethod.Unknown,
            Pseudonym = attributes.Text(BundIdAttributes.Bpk2) is { } pseudonym ? new EidPseudonym(assertion.Issuer, pseudonym) : null,
            MethodPseudonym = MethodPseudonym(assertion, attributes),
            UsedTwoFactors = bool.TryParse(attributes.Text(BundIdAttributes.TwoFactors), out var used) ? used : null,
            Mailbox = attributes.Text(BundIdAttributes.MailboxHandle) is { } handle ? new MailboxHandle(handle) : null,
        };
        return identity with { Statements = Statements(identity, assertion, requested) };
    }

    // Two statements about the level may stand in one assertion: the lowest counts, and an unknown name is the lowest of all.
    private static AssuranceLevel Level(SamlAssertion assertion, AttributeTexts attributes)
    {
        var stated = assertion.ContextClasses.Select(name => AssuranceLevels.FromName(name));
        return (attributes.Text(BundIdAttributes.CitizenQaaLevel) is { } attribute ? stated.Append(AssuranceLevels.FromName(attribute)) : stated).Min();
    }

    private static EidDocument? Document(AttributeTexts attributes)
    {
        var document = new EidDocument { Type = attributes.Text(BundIdAttributes.DocumentType), IssuingState = attributes.Country(BundIdAttributes.EidasIssuingCountry) };
        return document == new EidDocument() ? null : document;
    }

    // The same value may stand for somebody else under another method: the method belongs to the name of who issued it.
    private static EidPseudonym? MethodPseudonym(SamlAssertion assertion, AttributeTexts attributes) =>
        attributes.Text(BundIdAttributes.MethodPseudonym) is { } value && attributes.Text(BundIdAttributes.AssertionProvedBy) is { } method
            ? new EidPseudonym($"{assertion.Issuer}#{method}", value)
            : null;

    private static StructuredAddress? Address(AttributeTexts attributes)
    {
        var address = new StructuredAddress
        {
            Street = attributes.Text(BundIdAttributes.PostalAddress),
            PostalCode = attributes.Text(BundIdAttributes.PostalCode),
            Locality = attributes.Text(BundIdAttributes.LocalityName),
            Country = attributes.Country(BundIdAttributes.Country),
        };
        return address == new StructuredAddress() ? null : address;
    }

    private static AttributeStatements Statements(EidIdentity identity, SamlAssertion assertion, IReadOnlyList<SamlRequestedAttribute> requested)
    {
        var statements = AttributeStatements.None;
        foreach (var (attribute, names) in BundIdAttributes.Of)
        {
            if (identity.AbsenceOf(attribute) is null)
                statements = statements.WithTrust(attribute, Trust(assertion, names));
            else if (requested.All(request => request.Attribute != attribute))
                statements = statements.WithAbsence(attribute, AbsenceReason.NotRequested);
        }

        return statements;
    }

    // An attribute of several parts is trusted as far as its weakest part.
    private static AssuranceLevel Trust(SamlAssertion assertion, string[] names) =>
        names.Where(assertion.Attributes.ContainsKey).Select(name => TrustLevelOf(assertion.Attributes[name])).DefaultIfEmpty(AssuranceLevel.Unknown).Min();

    // The specification tabulates other words than its sample and the services use; without any it is not even the basic level.
    private static AssuranceLevel TrustLevelOf(SamlAttribute attribute) => attribute.Extensions.GetValueOrDefault(TrustLevel)?.ToUpperInvariant() switch
    {
        "UNTERGEORDNET" or "BASISREGISTRIERUNG" => AssuranceLevel.Basic,
        "NORMAL" or "NIEDRIG" => AssuranceLevel.Low,
        "SUBSTANTIELL" or "SUBSTANZIELL" => AssuranceLevel.Substantial,
        "HOCH" => AssuranceLevel.High,
        _ => AssuranceLevel.Unknown,
    };
}
