using System.Xml;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Reads the getResultResponse of a success, and holds it against what was asked.</summary>
/// <param name="pseudonymIssuer">Who issues the pseudonyms.</param>
/// <param name="levelWhenUnstated">The level where the server states none.</param>
internal sealed class ResultReader(string pseudonymIssuer, AssuranceLevel levelWhenUnstated)
{
    public EidServerResult Read(XmlElement content, EidServerSession session)
    {
        var type = LevelReader.TypeOf(content);
        var level = LevelReader.LevelOf(content, type, levelWhenUnstated);
        if (level < (session.MinimumLevel ?? AssuranceLevel.Unknown) || (session.EidTypes is { } accepted && !(type is { } used && accepted.Contains(used))))
            return new EidServerResult.LevelTooLow(level);
        var card = new CardData(content, session);
        var verified = Verified(content, card, type, level);
        var missing = MissingData.Of(session, card, verified);
        return missing.Count > 0 ? new EidServerResult.AttributesMissing(missing) : verified;
    }

    private EidServerResult.Verified Verified(XmlElement content, CardData card, EidServerEidType? type, AssuranceLevel level) =>
        new(IdentityReader.Read(card, pseudonymIssuer) with { Level = level, Method = LevelReader.MethodOf(type) })
        {
            FulfilsAge = card.Fulfils(EidServerOperation.AgeVerification, "FulfilsAgeVerification"),
            FulfilsPlace = card.Fulfils(EidServerOperation.PlaceVerification, "FulfilsPlaceVerification"),
            EidType = type,
            SecondPseudonym = PseudonymReader.Read(card, "ID2", pseudonymIssuer),
            Attestation = AttestationReader.Read(content),
        };
}
