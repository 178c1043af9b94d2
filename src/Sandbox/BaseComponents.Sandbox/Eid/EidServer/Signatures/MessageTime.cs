using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.Saml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Signatures;

/// <summary>The time in which a message counts (wsu:Timestamp).</summary>
internal static class MessageTime
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly XNamespace Wsu = EidServerUris.Wsu;

    public static XElement Write(string id, DateTimeOffset created) => new(
        Wsu + "Timestamp",
        new XAttribute(Wsu + "Id", id),
        new XElement(Wsu + "Created", SamlTime.Write(created)),
        new XElement(Wsu + "Expires", SamlTime.Write(created + Life)));

    /// <summary>Made a moment ago, and not for longer than usual.</summary>
    public static bool IsNow(XmlElement timestamp, DateTimeOffset now) =>
        timestamp.Children().Select(child => child.LocalName).SequenceEqual(["Created", "Expires"])
        && Read(timestamp, "Created") is { } created
        && Read(timestamp, "Expires") is { } expires
        && created <= now + Skew
        && expires > now - Skew
        && expires > created
        && expires - created <= Life + Skew;

    private static DateTimeOffset? Read(XmlElement timestamp, string name) =>
        timestamp.Child(name, EidServerUris.Wsu) is { } element
        && DateTimeOffset.TryParseExact(element.Text(), "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
