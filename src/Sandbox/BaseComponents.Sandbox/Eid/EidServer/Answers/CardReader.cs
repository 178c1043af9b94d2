using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Documents;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>Reads from a card what was asked for and allowed, and says of the rest why it is missing.</summary>
internal sealed class CardReader(ChipData chip, TimeProvider clock)
{
    public const string Allowed = "ALLOWED";
    public const string Prohibited = "PROHIBITED";
    public const string NotOnChip = "NOTONCHIP";
    private const string UsedType = "CardCertified";

    public ResultPlan Read(UseIdRequest request, EidOutcome.Read reading)
    {
        var data = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var allowed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var operation in EidOperation.All.Select(operation => operation.Name))
        {
            var value = chip.Read(reading.Document, operation);
            allowed[operation] = StateOf(request, reading, operation, value);
            if (allowed[operation] == Allowed && value is not null)
                data[operation] = value;
        }

        return new ResultPlan
        {
            Data = data,
            Allowed = allowed,
            FulfilsAge = allowed[EidOperation.AgeVerification] == Allowed ? Verifications.FulfilsAge(reading.Document, request.Age!.Value, clock.GetUtcNow()) : null,
            FulfilsPlace = allowed[EidOperation.PlaceVerification] == Allowed ? Verifications.FulfilsPlace(reading.Document, request.CommunityId!) : null,
            Attestation = request.Attestation,
            Level = request.Level is { } level ? LevelOf(level) : null,
            EidType = request.EidTypes is null ? null : UsedType,
        };
    }

    /// <summary>Whether the application takes cards at all.</summary>
    public static bool IsDenied(UseIdRequest request) => request.EidTypes?.TryGetValue(UsedType, out var isAllowed) is true && !isAllowed;

    private static string StateOf(UseIdRequest request, EidOutcome.Read reading, string operation, XElement? value)
    {
        if (!request.Wants(operation))
            return "";
        if (!reading.Allowed.Contains(operation))
            return Prohibited;
        return value is not null || IsQuestion(operation) ? Allowed : NotOnChip;
    }

    private static bool IsQuestion(string operation) => operation is EidOperation.AgeVerification or EidOperation.PlaceVerification;

    // A card has the highest level. It is named in the terms in which the application asked.
    private static string LevelOf(string asked) => asked.StartsWith(EidServerUris.EidasLevels, StringComparison.Ordinal) ? EidServerUris.EidasLevels + "high" : EidServerUris.Levels + "hoch";
}
