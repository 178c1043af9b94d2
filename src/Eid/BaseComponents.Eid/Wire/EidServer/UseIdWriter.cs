using System.Xml;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Writes useIDRequest, its children in the order of the schema, and none that the server's version does not have. The request has been checked.</summary>
internal static class UseIdWriter
{
    public static void Write(XmlElement body, EidServerRequest request, EidServerVersion version)
    {
        var root = body.Add(EidNames.UseId + "Request");
        WriteOperations(root.Add("UseOperations"), request);
        if (request.MinimumAge is { } age)
            root.Add("AgeVerificationRequest").Add("Age", age);
        if (request.CommunityId is { } community)
            root.Add("PlaceVerificationRequest").Add("CommunityID", community);
        if (request.TransactionInfo is { } info)
            root.Add("TransactionInfo", info);
        if (request.Attestation is { } attestation)
            WriteAttestation(root.Add("TransactionAttestationRequest"), attestation);
        if (version is not EidServerVersion.Until22 && LevelNames.ToAskFor(request.MinimumLevel) is { } level)
            root.Add("LevelOfAssuranceRequest", level);
        if (version is EidServerVersion.From24 && request.EidTypes is { } types)
            WriteTypes(root.Add("EIDTypeRequest"), types);
    }

    private static void WriteOperations(XmlElement operations, EidServerRequest request)
    {
        foreach (var operation in EidServerOperation.Known)
        {
            operations.Add(operation.Name, request.Operations.TryGetValue(operation, out var demand) switch
            {
                false => "PROHIBITED",
                true when demand is EidServerDemand.Required => "REQUIRED",
                true => "ALLOWED",
            });
        }
    }

    private static void WriteAttestation(XmlElement element, TransactionAttestationRequest attestation)
    {
        element.Add("TransactionAttestationFormat", attestation.Format.OriginalString);
        element.Add("TransactionContext", attestation.Context);
    }

    private static void WriteTypes(XmlElement element, IReadOnlySet<EidServerEidType> types)
    {
        foreach (var type in EidServerEidType.Known)
            element.Add(type.Name, types.Contains(type) ? "ALLOWED" : "DENIED");
    }
}
