using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>Writes a getServerInfoResponse: the version of the interface, and what the certificate for documents (Berechtigungszertifikat) lets the server read.</summary>
internal static class ServerInfoWriter
{
    private static readonly XNamespace Eid = EidServerUris.Eid;

    /// <param name="isAllowed">Whether an operation is among the rights.</param>
    public static XElement Write(Func<string, bool> isAllowed) => new(
        Eid + "getServerInfoResponse",
        new XElement(
            Eid + "ServerVersion",
            new XElement(Eid + "VersionString", "2.4.0 (Sandbox)"),
            new XElement(Eid + "Major", 2),
            new XElement(Eid + "Minor", 4),
            new XElement(Eid + "Bugfix", 0)),
        ResultWriter.Operations(
            "DocumentVerificationRights",
            EidOperation.All.ToDictionary(operation => operation.Name, operation => isAllowed(operation.Name) ? CardReader.Allowed : CardReader.Prohibited, StringComparer.Ordinal)));
}
