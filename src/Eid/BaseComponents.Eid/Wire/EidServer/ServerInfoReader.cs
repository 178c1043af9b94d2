using System.Globalization;
using System.Xml;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Reads getServerInfoResponse. It has no result code.</summary>
internal static class ServerInfoReader
{
    private const int LongestVersion = 100;

    public static EidServerInfo Read(XmlElement content)
    {
        var version = content.Child("ServerVersion") ?? throw new XmlRefusedException("answer-without-version");
        var text = version.Text("VersionString") ?? "";
        return new EidServerInfo(
            text.Length <= LongestVersion && !text.Any(char.IsControl) ? text : throw new XmlRefusedException("answer-version"),
            new Version(Number(version, "Major") ?? 0, Number(version, "Minor") ?? 0, Number(version, "Bugfix") ?? 0),
            Rights(content.Child("DocumentVerificationRights")));
    }

    private static int? Number(XmlElement version, string name)
    {
        if (version.Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new XmlRefusedException("answer-version");
    }

    // A right that is absent or empty is none.
    private static HashSet<EidServerOperation> Rights(XmlElement? rights) =>
        rights is null ? [] : [.. EidServerOperation.Known.Where(operation => rights.Text(operation.Name) == "ALLOWED")];
}
