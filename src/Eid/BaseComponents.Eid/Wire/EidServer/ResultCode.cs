using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>What the server says of the call: dss:Result.</summary>
/// <param name="Major">Success or not, as a whole address.</param>
/// <param name="Minor">Why not, as a whole address.</param>
internal sealed record ResultCode(string Major, string? Minor)
{
    public const string MinorPrefix = "http://www.bsi.bund.de/eid/server/2.0/resultminor/";

    public const string CancelledByUser = "http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser";

    private const string Ok = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";
    private const int LongestShown = 200;

    public bool IsOk => Major == Ok;

    /// <summary>The end of a minor code of TR-03130, such as <c>getResult#noResultYet</c>; empty for every other.</summary>
    public string Name => Minor is not null && Minor.StartsWith(MinorPrefix, StringComparison.Ordinal) ? Minor[MinorPrefix.Length..] : "";

    /// <summary>The code for a message: an address without anything a log could be deceived by.</summary>
    public string Shown => Clean(Minor ?? Major);

    public static ResultCode Read(XmlElement content)
    {
        var result = content.Child("Result") ?? throw new XmlRefusedException("answer-without-result");
        return new ResultCode(result.Text("ResultMajor") ?? throw new XmlRefusedException("answer-without-result"), result.Text("ResultMinor"));
    }

    private static string Clean(string code)
    {
        if (!code.StartsWith("http://", StringComparison.Ordinal) && !code.StartsWith("https://", StringComparison.Ordinal) && !code.StartsWith("urn:", StringComparison.Ordinal))
            return "not an address";
        var clean = string.Concat(code.Take(LongestShown).Where(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '#' or '.' or '-' or '_'));
        return code.Length > LongestShown ? clean + "…" : clean;
    }
}
