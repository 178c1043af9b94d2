using System.Globalization;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>The claims of a broker as an identity, by the table of claim names in the options.</summary>
internal sealed class IdentityMapper(string scheme, EidBrokerOptions broker, ILogger log)
{
    private EidBrokerClaimNames Names => broker.ClaimNames;

    public EidIdentity Map(BrokerAnswer answer)
    {
        var claims = new ClaimReader(answer, broker.VerifiedClaims);
        var identity = new EidIdentity
        {
            Person = Person(claims),
            Organisation = Organisation(claims),
            Address = AddressMapper.Map(claims.Find(Names.Address), broker.NoAddressTexts),
            MailAddress = claims.Text(Names.MailAddress),
            TelephoneNumber = claims.Text(Names.TelephoneNumber),
            CommunityId = claims.Text(Names.CommunityId),
            Document = Document(claims),
            // Level and method are statements about this log-in: the signed token alone makes them.
            Level = AssuranceLevels.FromName(ClaimReader.ExactMember(answer.IdToken, "acr"), broker.AcrLevels.AsReadOnly()),
            Method = Method(answer),
            Pseudonym = Pseudonym(claims, answer),
            Mailbox = claims.Text(Names.Mailbox) is { } handle ? new MailboxHandle(handle) : null,
        };
        return identity with { Statements = new StatementMapper(broker).Map(identity, claims) };
    }

    private EidPerson Person(ClaimReader claims) => new()
    {
        GivenNames = claims.Text(Names.GivenNames),
        FamilyName = claims.Text(Names.FamilyName),
        BirthName = claims.Text(Names.BirthName),
        AcademicTitle = claims.Text(Names.AcademicTitle),
        ArtisticName = claims.Text(Names.ArtisticName),
        DateOfBirth = DateOfBirth(claims),
        PlaceOfBirth = AddressMapper.Place(claims.Find(Names.PlaceOfBirth)),
        Nationality = claims.Text(Names.Nationality) is { } nationality ? new CountryCode(nationality) : null,
        Gender = claims.Text(Names.Gender) is { } gender ? new EidGender(gender) : null,
    };

    private EidOrganisation? Organisation(ClaimReader claims) => claims.Text(Names.OrganisationName) is { } name
        ? new EidOrganisation
        {
            Name = name,
            LegalForm = claims.Text(Names.LegalForm),
            RegisterNumber = claims.Text(Names.RegisterNumber),
            RegisterCourt = claims.Text(Names.RegisterCourt),
        }
        : null;

    private EidDocument? Document(ClaimReader claims)
    {
        var document = new EidDocument
        {
            Type = claims.Text(Names.DocumentType),
            IssuingState = claims.Text(Names.IssuingState) is { } state ? new CountryCode(state) : null,
            DateOfExpiry = DateOfExpiry(claims),
            ResidencePermit = claims.Text(Names.ResidencePermit),
        };
        return document == new EidDocument() ? null : document;
    }

    private PartialDate? DateOfBirth(ClaimReader claims)
    {
        if (claims.Text(Names.DateOfBirth) is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        EidBrokerLog.Unreadable(log, scheme, EidAttribute.DateOfBirth);
        return null;
    }

    private DateOnly? DateOfExpiry(ClaimReader claims)
    {
        if (claims.Text(Names.DateOfExpiry) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        EidBrokerLog.Unreadable(log, scheme, EidAttribute.DateOfExpiry);
        return null;
    }

    private EidMethod Method(BrokerAnswer answer) => Names.Method is { } claim && ClaimReader.Member(answer.IdToken, claim) is { } name
        ? new EidMethod(broker.MethodNames.TryGetValue(name, out var known) ? known : name)
        : EidMethod.Unknown;

    private EidPseudonym? Pseudonym(ClaimReader claims, BrokerAnswer answer) =>
        claims.FindPlain(Names.Pseudonym) is { } claim && ClaimReader.Text(claim) is { } value && ClaimReader.ExactMember(answer.IdToken, "iss") is { } issuer ? new EidPseudonym(issuer, value) : null;
}
