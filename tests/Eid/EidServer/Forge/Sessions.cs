using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using static BaseComponents.Eid.EidServer.EidServerOperation;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>Requests and sessions.</summary>
internal static class Sessions
{
    public static EidServerRequest Names { get; } = new() { Operations = Of((GivenNames, EidServerDemand.Required), (FamilyNames, EidServerDemand.Required)) };

    public static EidServerRequest Everything { get; } = new()
    {
        Operations = Known.ToDictionary(operation => operation, _ => EidServerDemand.Allowed),
        MinimumAge = 18,
        CommunityId = "027614",
        TransactionInfo = "Anmeldung eines Hundes\r\n& <mehr>",
        Attestation = new TransactionAttestationRequest(new Uri("http://bsi.bund.de/eID/ExampleAttestationFormat"), "id599456-df"),
        MinimumLevel = AssuranceLevel.Substantial,
        EidTypes = new HashSet<EidServerEidType> { EidServerEidType.CardCertified },
    };

    public static EidServerSession Open { get; } = OpenFor(Names);

    public static Dictionary<EidServerOperation, EidServerDemand> Of(params (EidServerOperation Operation, EidServerDemand Demand)[] operations) => operations.ToDictionary(pair => pair.Operation, pair => pair.Demand);

    public static EidServerSession OpenFor(EidServerRequest request) => new()
    {
        Id = AnswerContents.Session,
        PskId = AnswerContents.PskId,
        PskKey = AnswerContents.PskKey,
        ECardServerAddress = new Uri("https://eid.example/paos"),
        Operations = request.Operations,
        MinimumLevel = request.MinimumLevel,
        EidTypes = request.EidTypes,
    };

    /// <summary>A session in which operations were wanted, none of them urgently.</summary>
    public static EidServerSession Wanting(params EidServerOperation[] operations) => OpenFor(new EidServerRequest { Operations = operations.ToDictionary(operation => operation, _ => EidServerDemand.Allowed) });

    /// <summary>A session in which operations were required.</summary>
    public static EidServerSession Requiring(params EidServerOperation[] operations) => OpenFor(new EidServerRequest { Operations = operations.ToDictionary(operation => operation, _ => EidServerDemand.Required) });
}
