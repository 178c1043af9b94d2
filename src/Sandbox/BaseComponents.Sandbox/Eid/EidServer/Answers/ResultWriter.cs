using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>Writes a getResultResponse: strictly by the schema, unless told to write as the official samples do.</summary>
internal static class ResultWriter
{
    private static readonly XNamespace Eid = EidServerUris.Eid;

    public static XElement Write(ResultPlan plan)
    {
        var response = new XElement(
            Eid + "getResultResponse",
            plan.Data is { } data ? PersonalData(data, plan.IsSloppy) : null,
            Fulfils("FulfilsAgeVerification", plan.FulfilsAge),
            Fulfils("FulfilsPlaceVerification", plan.FulfilsPlace),
            plan.Data is null ? null : Operations("OperationsAllowedByUser", plan.Allowed),
            plan is { Data: not null, Attestation: { } attestation } ? Attestation(attestation, plan.IsSloppy) : null,
            plan.Level is { } level ? Level(level, plan.IsSloppy) : null,
            plan.EidType is { } type ? new XElement(Eid + "EIDTypeResponse", new XElement(Eid + type, "USED")) : null,
            ResultElement.Write(plan.Minor, plan.Message, plan.IsSloppy));
        return response;
    }

    public static XElement Operations(string name, IReadOnlyDictionary<string, string> values) =>
        new(Eid + name, EidOperation.All.Select(operation => new XElement(Eid + operation.Name, values.GetValueOrDefault(operation.Name) is { Length: > 0 } value ? value : null)));

    private static XElement PersonalData(IReadOnlyDictionary<string, XElement> data, bool isSloppy)
    {
        var element = new XElement(Eid + "PersonalData", EidOperation.All.Select(operation => data.GetValueOrDefault(operation.Name)));
        if (isSloppy && element.Descendants(Eid + "City").FirstOrDefault() is { } city)
            city.AddBeforeSelf(new XElement(Eid + "State", "SN"));
        return element;
    }

    private static XElement? Fulfils(string name, bool? value) => value is null ? null : new XElement(Eid + name, new XElement(Eid + "FulfilsRequest", value));

    private static XElement Level(string level, bool isSloppy) => isSloppy ? new XElement(Eid + "LevelOfAssuranceResponse", $"\n      {level}\n    ") : new XElement(Eid + "LevelOfAssuranceResult", level);

    // The format is anybody's: here it is a hash of what the application sent.
    private static XElement Attestation((string Format, string Context) attestation, bool isSloppy)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(attestation.Context)));
        return new XElement(
            Eid + "TransactionAttestationResponse",
            new XElement(Eid + "TransactionAttestationFormat", attestation.Format),
            new XElement(Eid + "TransactionAttestationData", isSloppy ? hash : new XElement(XName.Get("Hash", "urn:basecomponents:sandbox"), hash)));
    }
}
