using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Requests;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>What an answer to useID says, before it is written.</summary>
internal sealed record UseIdPlan(string SessionId, PreSharedKey Psk)
{
    public string? ECardServerAddress { get; init; }

    public string? Minor { get; init; }

    public string? Message { get; init; }

    public bool IsSloppy { get; init; }

    /// <summary>The schema wants session and key in a refusal too: they lead nowhere.</summary>
    public static UseIdPlan Refused(string minor, string? message = null) => new(PreSharedKey.Fresh().Key, PreSharedKey.Fresh()) { Minor = minor, Message = message };
}

/// <summary>Writes a useIDResponse.</summary>
internal static class UseIdWriter
{
    private static readonly XNamespace Eid = EidServerUris.Eid;

    public static XElement Write(UseIdPlan plan) => new(
        Eid + "useIDResponse",
        new XElement(Eid + "Session", new XElement(Eid + "ID", plan.SessionId)),
        plan.ECardServerAddress is { } address ? new XElement(Eid + "eCardServerAddress", address) : null,
        new XElement(Eid + "PSK", new XElement(Eid + "ID", plan.Psk.Id), new XElement(Eid + "Key", plan.Psk.Key)),
        ResultElement.Write(plan.Minor, plan.Message, plan.IsSloppy));
}
