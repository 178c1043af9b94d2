using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>How a call went (dss:Result).</summary>
internal static class ResultElement
{
    private static readonly XNamespace Dss = EidServerUris.Dss;

    /// <param name="minor">Why it failed; null if it did not.</param>
    /// <param name="message">For the developer (German).</param>
    /// <param name="isSloppy">Without the namespace of what is inside, and with white space around it, as in the official samples.</param>
    public static XElement Write(string? minor, string? message = null, bool isSloppy = false)
    {
        XNamespace inside = isSloppy ? XNamespace.None : Dss;
        return new XElement(
            Dss + "Result",
            new XElement(inside + "ResultMajor", Text(minor is null ? ResultCodes.Ok : ResultCodes.Error)),
            minor is null ? null : new XElement(inside + "ResultMinor", Text(minor)),
            message is null ? null : new XElement(inside + "ResultMessage", new XAttribute(XNamespace.Xml + "lang", "de"), message));

        string Text(string uri) => isSloppy ? $"\n        {uri}\n      " : uri;
    }
}
