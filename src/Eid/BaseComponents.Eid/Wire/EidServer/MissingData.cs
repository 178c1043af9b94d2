using System.Collections.Frozen;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What was required and did not come. A server that speaks of success without it is not believed.</summary>
internal static class MissingData
{
    // A card has these data groups, and nothing in them, for whoever has no such name, title or condition.
    private static readonly FrozenSet<EidServerOperation> MayBeEmpty = new[]
    {
        EidServerOperation.GivenNames, EidServerOperation.FamilyNames, EidServerOperation.BirthName, EidServerOperation.ArtisticName, EidServerOperation.AcademicTitle,
        EidServerOperation.ResidencePermit,
    }.ToFrozenSet();

    public static Dictionary<EidServerOperation, AbsenceReason> Of(EidServerSession session, CardData card, EidServerResult.Verified verified) => session.Operations
        .Where(pair => pair.Value is EidServerDemand.Required && !Came(pair.Key, card, verified))
        .ToDictionary(pair => pair.Key, pair => card.ReasonOf(pair.Key));

    private static bool Came(EidServerOperation operation, CardData card, EidServerResult.Verified verified)
    {
        if (operation == EidServerOperation.AgeVerification)
            return verified.FulfilsAge is not null;
        if (operation == EidServerOperation.PlaceVerification)
            return verified.FulfilsPlace is not null;
        return (IdentityReader.Attributes.TryGetValue(operation, out var attribute) && verified.Identity.AbsenceOf(attribute) is null)
            || PlaceReader.SaysNone(card.Find(operation))
            || (MayBeEmpty.Contains(operation) && card.Find(operation) is not null);
    }
}
