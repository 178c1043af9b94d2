using System.Xml.Linq;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>What an answer to getResult says, before it is written.</summary>
internal sealed record ResultPlan
{
    /// <summary>Data groups by operation; null where no card was read.</summary>
    public IReadOnlyDictionary<string, XElement>? Data { get; init; }

    /// <summary>ALLOWED, PROHIBITED or NOTONCHIP by operation; empty for what nobody asked for.</summary>
    public IReadOnlyDictionary<string, string> Allowed { get; init; } = new Dictionary<string, string>();

    public bool? FulfilsAge { get; init; }

    public bool? FulfilsPlace { get; init; }

    public (string Format, string Context)? Attestation { get; init; }

    public string? Level { get; init; }

    public string? EidType { get; init; }

    /// <summary>Why there is nothing; null after success.</summary>
    public string? Minor { get; init; }

    /// <summary>For the developer (German).</summary>
    public string? Message { get; init; }

    /// <summary>Written with the mistakes of the official samples.</summary>
    public bool IsSloppy { get; init; }

    public static ResultPlan Failed(string minor, string? message = null) => new() { Minor = minor, Message = message };
}
