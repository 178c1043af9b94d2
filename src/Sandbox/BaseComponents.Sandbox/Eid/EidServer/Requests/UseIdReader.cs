using System.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>Reads a useIDRequest as strictly as the schema of TR-03130 2.4.0 does: every operation stands there, be it empty.</summary>
internal static class UseIdReader
{
    private static readonly string[] _eidTypes = ["CardCertified", "SECertified", "SEEndorsed", "HWKeyStore"];

    /// <exception cref="SchemaViolationException">The schema does not allow it.</exception>
    public static UseIdRequest Read(XmlElement content)
    {
        var parts = new ElementSequence(content);
        var request = new UseIdRequest(Operations(parts.Required("UseOperations")))
        {
            Age = parts.Optional("AgeVerificationRequest") is { } age ? SchemaTypes.Age(Only(age, "Age")) : null,
            CommunityId = parts.Optional("PlaceVerificationRequest") is { } place ? SchemaTypes.CommunityId(Only(place, "CommunityID")) : null,
            TransactionInfo = parts.OptionalText("TransactionInfo"),
            Attestation = parts.Optional("TransactionAttestationRequest") is { } attestation ? Attestation(attestation) : null,
            Level = parts.OptionalText("LevelOfAssuranceRequest") is { } level ? SchemaTypes.Level(level) : null,
            EidTypes = parts.Optional("EIDTypeRequest") is { } types ? EidTypes(types) : null,
            Psk = parts.Optional("PSK") is { } psk ? Psk(psk) : null,
        };
        parts.End();
        return request;
    }

    private static Dictionary<string, EidDemand> Operations(XmlElement element)
    {
        var parts = new ElementSequence(element);
        var demands = EidOperation.All.ToDictionary(operation => operation.Name, operation => Demand(parts.RequiredText(operation.Name)), StringComparer.Ordinal);
        parts.End();
        return demands;
    }

    private static EidDemand Demand(string text) => text switch
    {
        "" or "PROHIBITED" => EidDemand.Prohibited,
        "ALLOWED" => EidDemand.Allowed,
        "REQUIRED" => EidDemand.Required,
        _ => throw new SchemaViolationException("Eine Operation ist REQUIRED, ALLOWED oder PROHIBITED"),
    };

    private static string Only(XmlElement element, string name)
    {
        var parts = new ElementSequence(element);
        var text = parts.RequiredText(name);
        parts.End();
        return text;
    }

    private static (string Format, string Context) Attestation(XmlElement element)
    {
        var parts = new ElementSequence(element);
        var attestation = (parts.RequiredText("TransactionAttestationFormat").Trim(), parts.RequiredText("TransactionContext"));
        parts.End();
        return attestation;
    }

    private static Dictionary<string, bool> EidTypes(XmlElement element)
    {
        var parts = new ElementSequence(element);
        var types = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in _eidTypes)
            if (parts.OptionalText(name) is { } text)
                types[name] = text is "ALLOWED" || (text is "DENIED" ? false : throw new SchemaViolationException($"{name} ist ALLOWED oder DENIED"));
        parts.End();
        return types;
    }

    private static PreSharedKey Psk(XmlElement element)
    {
        var parts = new ElementSequence(element);
        var psk = new PreSharedKey(SchemaTypes.PskId(parts.RequiredText("ID")), SchemaTypes.Secret(parts.RequiredText("Key"), "Key"));
        parts.End();
        return psk;
    }
}
