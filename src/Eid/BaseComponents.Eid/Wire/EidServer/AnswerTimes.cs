using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Wire.EidServer.EidNames;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>When an answer is fresh enough.</summary>
/// <param name="Now">The time here.</param>
/// <param name="Lifetime">How old it may be.</param>
/// <param name="Skew">How far the clocks may differ.</param>
internal sealed record AnswerTimes(DateTimeOffset Now, TimeSpan Lifetime, TimeSpan Skew)
{
    /// <exception cref="XmlRefusedException">The timestamp is none, or of another time.</exception>
    public void Require(XmlElement timestamp)
    {
        var (created, expires) = Read(timestamp);
        if (created > Now + Skew)
            throw new XmlRefusedException("security-not-yet-valid");
        if (created + Lifetime < Now - Skew || expires < created || expires <= Now - Skew)
            throw new XmlRefusedException("security-expired");
    }

    private static (DateTimeOffset Created, DateTimeOffset? Expires) Read(XmlElement timestamp) => timestamp.Elements().ToArray() switch
    {
        [var created] when created.Is("Created", Wsu) => (TimeOf(created), null),
        [var created, var expires] when created.Is("Created", Wsu) && expires.Is("Expires", Wsu) => (TimeOf(created), TimeOf(expires)),
        _ => throw new XmlRefusedException("security-timestamp"),
    };

    private static DateTimeOffset TimeOf(XmlElement element) => XmlTime.Read(element.OwnText()?.Trim()) ?? throw new XmlRefusedException("security-timestamp");
}
