using System.Collections.Frozen;

namespace BaseComponents.Eid.Saml.BundId;

/// <summary>BundID's names of attributes. They are known by these names alone: its specification forbids the use of friendly names.</summary>
/// <remarks>BundID interface description 10.2, section 6.</remarks>
public static class BundIdAttributes
{
    /// <summary>Given names.</summary>
    public const string GivenName = "urn:oid:2.5.4.42";

    /// <summary>Family name.</summary>
    public const string Surname = "urn:oid:2.5.4.4";

    /// <summary>Mail address.</summary>
    public const string Mail = "urn:oid:0.9.2342.19200300.100.1.3";

    /// <summary>Street and house number.</summary>
    public const string PostalAddress = "urn:oid:2.5.4.16";

    /// <summary>Postal code.</summary>
    public const string PostalCode = "urn:oid:2.5.4.17";

    /// <summary>Town.</summary>
    public const string LocalityName = "urn:oid:2.5.4.7";

    /// <summary>Country, ISO 3166-1 with two letters.</summary>
    public const string Country = "urn:oid:1.2.40.0.10.2.1.1.225599";

    /// <summary>Doctoral degree.</summary>
    public const string PersonalTitle = "urn:oid:0.9.2342.19200300.100.1.40";

    /// <summary>Date of birth, possibly partial.</summary>
    public const string Birthdate = "urn:oid:1.2.40.0.10.2.1.1.55";

    /// <summary>Place of birth.</summary>
    public const string PlaceOfBirth = "urn:oid:1.3.6.1.5.5.7.9.2";

    /// <summary>Name at birth.</summary>
    public const string BirthName = "urn:oid:1.2.40.0.10.2.1.1.225566";

    /// <summary>Nationality as identity cards write it (<c>D</c>).</summary>
    public const string Nationality = "urn:oid:1.2.40.0.10.2.1.1.225577";

    /// <summary>Service-specific pseudonym; it depends on the host of the entity id.</summary>
    public const string Bpk2 = "urn:oid:1.3.6.1.4.1.25484.494450.3";

    /// <summary>The old pseudonym: asking for it is an error.</summary>
    public const string Bpk = "urn:oid:1.2.40.0.10.2.1.1.149";

    /// <summary>Level of the log-in.</summary>
    public const string CitizenQaaLevel = "urn:oid:1.2.40.0.10.2.1.1.261.94";

    /// <summary>With what the user proved who they are.</summary>
    public const string AssertionProvedBy = "urn:oid:1.3.6.1.4.1.25484.494450.2";

    /// <summary>Handle of the mailbox: an address, not a user.</summary>
    public const string MailboxHandle = "urn:oid:2.5.4.18";

    /// <summary>Gender: 0, 1, 2 or 9 (ISO/IEC 5218).</summary>
    public const string Gender = "urn:oid:1.3.6.1.4.1.33592.1.3.5";

    /// <summary>Kind of document.</summary>
    public const string DocumentType = "urn:oid:1.2.40.0.10.2.1.1.552255";

    /// <summary>De-Mail address.</summary>
    public const string DeMail = "urn:oid:1.3.6.1.4.1.55605.70737875.1.1.1.7.1";

    /// <summary>Telephone number.</summary>
    public const string TelephoneNumber = "urn:oid:2.5.4.20";

    /// <summary>State whose scheme was used over eIDAS.</summary>
    public const string EidasIssuingCountry = "urn:oid:1.3.6.1.4.1.25484.494450.10.1";

    /// <summary>Key of the municipality.</summary>
    public const string CommunityId = "urn:oid:1.3.6.1.4.1.25484.494450.5";

    /// <summary>Key of the log-in method; unique only together with <see cref="AssertionProvedBy"/>.</summary>
    public const string MethodPseudonym = "urn:oid:1.2.40.0.10.2.1.1.226699";

    /// <summary>Whether two factors were used.</summary>
    public const string TwoFactors = "urn:oid:1.3.6.1.4.1.25484.494450.7";

    /// <summary>The names that an attribute of the model has here; several where it consists of parts, none where BundID does not have it.</summary>
    /// <param name="attribute">The attribute asked for.</param>
    public static IReadOnlyList<string> NamesOf(EidAttribute attribute) => Of.GetValueOrDefault(attribute, []);

    internal static FrozenDictionary<EidAttribute, string[]> Of { get; } = new Dictionary<EidAttribute, string[]>
    {
        [EidAttribute.GivenNames] = [GivenName],
        [EidAttribute.FamilyName] = [Surname],
        [EidAttribute.BirthName] = [BirthName],
        [EidAttribute.AcademicTitle] = [PersonalTitle],
        [EidAttribute.DateOfBirth] = [Birthdate],
        [EidAttribute.PlaceOfBirth] = [PlaceOfBirth],
        [EidAttribute.Nationality] = [Nationality],
        [EidAttribute.Address] = [PostalAddress, PostalCode, LocalityName, Country],
        [EidAttribute.MailAddress] = [Mail],
        [EidAttribute.Mailbox] = [MailboxHandle],
        [EidAttribute.Pseudonym] = [Bpk2],
        [EidAttribute.Gender] = [Gender],
        [EidAttribute.TelephoneNumber] = [TelephoneNumber],
        [EidAttribute.DeMailAddress] = [DeMail],
        [EidAttribute.CommunityId] = [CommunityId],
        [EidAttribute.DocumentType] = [DocumentType],
        [EidAttribute.IssuingState] = [EidasIssuingCountry],
        [EidAttribute.MethodPseudonym] = [MethodPseudonym],
        [EidAttribute.UsedTwoFactors] = [TwoFactors],
    }.ToFrozenDictionary();
}
