using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>The session in a useIDResponse.</summary>
/// <param name="Id">Session/ID</param>
/// <param name="PskId">PSK/ID</param>
/// <param name="PskKey">PSK/Key</param>
/// <param name="ECardServerAddress">eCardServerAddress</param>
internal sealed record OpenedSession(string Id, string PskId, string PskKey, Uri? ECardServerAddress)
{
    /// <summary>The name of the type: a session is a secret.</summary>
    public override string ToString() => nameof(OpenedSession);
}

/// <summary>Reads it.</summary>
internal static class StartReader
{
    private const int FewestBytes = 16;
    private const int ShortestPskId = 16;
    private const int Longest = 512;

    public static OpenedSession Read(XmlElement content)
    {
        var session = content.Child("Session") ?? throw new XmlRefusedException("answer-without-session");
        var psk = content.Child("PSK") ?? throw new XmlRefusedException("answer-without-key");
        return new OpenedSession(
            Bounded(session.Hexadecimal("ID", FewestBytes)) ?? throw new XmlRefusedException("answer-without-session"),
            Bounded(psk.Text("ID")) is { Length: >= ShortestPskId } identifier ? identifier : throw new XmlRefusedException("answer-without-key"),
            Bounded(psk.Hexadecimal("Key", FewestBytes)) ?? throw new XmlRefusedException("answer-without-key"),
            Address(content.Text("eCardServerAddress")));
    }

    private static string? Bounded(string? text) => text is { Length: > Longest } ? throw new XmlRefusedException("answer-text-too-long") : text;

    // The eID client speaks TLS to it; nothing else may come of it.
    private static Uri? Address(string? text)
    {
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
            ? address
            : throw new XmlRefusedException("answer-server-address");
    }
}
