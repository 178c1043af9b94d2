using System.Collections.Frozen;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>The data of a card as an identity, with a reason for each that is missing.</summary>
internal static class IdentityReader
{
    public static readonly FrozenDictionary<EidServerOperation, EidAttribute> Attributes = new Dictionary<EidServerOperation, EidAttribute>
    {
        [EidServerOperation.DocumentType] = EidAttribute.DocumentType,
        [EidServerOperation.IssuingState] = EidAttribute.IssuingState,
        [EidServerOperation.DateOfExpiry] = EidAttribute.DateOfExpiry,
        [EidServerOperation.GivenNames] = EidAttribute.GivenNames,
        [EidServerOperation.FamilyNames] = EidAttribute.FamilyName,
        [EidServerOperation.ArtisticName] = EidAttribute.ArtisticName,
        [EidServerOperation.AcademicTitle] = EidAttribute.AcademicTitle,
        [EidServerOperation.DateOfBirth] = EidAttribute.DateOfBirth,
        [EidServerOperation.PlaceOfBirth] = EidAttribute.PlaceOfBirth,
        [EidServerOperation.Nationality] = EidAttribute.Nationality,
        [EidServerOperation.BirthName] = EidAttribute.BirthName,
        [EidServerOperation.PlaceOfResidence] = EidAttribute.Address,
        [EidServerOperation.CommunityId] = EidAttribute.CommunityId,
        [EidServerOperation.ResidencePermit] = EidAttribute.ResidencePermit,
        [EidServerOperation.RestrictedId] = EidAttribute.Pseudonym,
    }.ToFrozenDictionary();

    public static EidIdentity Read(CardData card, string pseudonymIssuer)
    {
        var identity = new EidIdentity
        {
            Person = Person(card),
            Address = PlaceReader.Read(card.Find(EidServerOperation.PlaceOfResidence)),
            CommunityId = card.Text(EidServerOperation.CommunityId),
            Document = Document(card),
            Pseudonym = PseudonymReader.Read(card, "ID", pseudonymIssuer),
        };
        var statements = Attributes.Where(pair => identity.AbsenceOf(pair.Value) is not null)
            .Aggregate(AttributeStatements.None, (so, pair) => so.WithAbsence(pair.Value, card.ReasonOf(pair.Key)));
        return identity with { Statements = statements };
    }

    private static EidPerson Person(CardData card) => new()
    {
        GivenNames = card.Text(EidServerOperation.GivenNames),
        FamilyName = card.Text(EidServerOperation.FamilyNames),
        BirthName = card.Text(EidServerOperation.BirthName),
        AcademicTitle = card.Text(EidServerOperation.AcademicTitle),
        ArtisticName = card.Text(EidServerOperation.ArtisticName),
        DateOfBirth = DateReader.Read(card.Find(EidServerOperation.DateOfBirth)),
        PlaceOfBirth = PlaceReader.ReadText(card.Find(EidServerOperation.PlaceOfBirth)),
        Nationality = card.Country(EidServerOperation.Nationality),
    };

    private static EidDocument? Document(CardData card)
    {
        var document = new EidDocument
        {
            Type = card.DocumentType(),
            IssuingState = card.Country(EidServerOperation.IssuingState),
            DateOfExpiry = DateReader.Day(card.Text(EidServerOperation.DateOfExpiry)),
            ResidencePermit = card.Text(EidServerOperation.ResidencePermit),
        };
        return document == new EidDocument() ? null : document;
    }
}
