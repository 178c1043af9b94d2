using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Wire.EidServer.EidNames;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What kind of fault a body holds. Anybody could have written it: a word of a fixed list is taken from it, for the message, and nothing else.</summary>
internal static class SoapFault
{
    public const string Other = "other";

    private static readonly string[] Known =
    [
        "Client", "Server", "MustUnderstand", "VersionMismatch", "UnsupportedSecurityToken", "UnsupportedAlgorithm", "InvalidSecurity", "InvalidSecurityToken",
        "FailedAuthentication", "FailedCheck", "SecurityTokenUnavailable", "MessageExpired",
    ];

    /// <summary>The kind; null where the body is no fault.</summary>
    public static string? KindOf(XmlElement body)
    {
        if (body.Elements("Fault", Soap).FirstOrDefault() is not { } fault)
            return null;
        var code = fault.Elements().FirstOrDefault(element => element.LocalName == "faultcode")?.OwnText()?.Trim() ?? "";
        var name = code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Known.FirstOrDefault(known => known == name) ?? Other;
    }
}
