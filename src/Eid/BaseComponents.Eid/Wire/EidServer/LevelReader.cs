using System.Xml;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What a result says of its level and of the kind of eID. The level has two names: one in the schema, another in the official sample.</summary>
internal static class LevelReader
{
    public static AssuranceLevel LevelOf(XmlElement content, EidServerEidType? type, AssuranceLevel whenUnstated)
    {
        if (content.Child("LevelOfAssuranceResult") is not null && content.Child("LevelOfAssuranceResponse") is not null)
            throw new XmlRefusedException("answer-level-twice");
        if ((content.Text("LevelOfAssuranceResult") ?? content.Text("LevelOfAssuranceResponse")) is { } name)
            return AssuranceLevels.FromName(name);
        return type is { } known ? LevelNames.Of(known) : whenUnstated;
    }

    public static EidServerEidType? TypeOf(XmlElement content)
    {
        if (content.Child("EIDTypeResponse")?.Elements().ToArray() is not { Length: > 0 } types)
            return null;
        if (types is not [var type])
            throw new XmlRefusedException("answer-type-twice");
        return type.OwnText()?.Trim() == "USED" && type.LocalName.Length <= 100 ? new EidServerEidType(type.LocalName) : throw new XmlRefusedException("answer-type");
    }

    public static EidMethod MethodOf(EidServerEidType? type) => type is null || type == EidServerEidType.CardCertified ? EidMethod.IdentityCard : EidMethod.SmartEid;
}
