using System.Xml;
using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Signatures;

namespace BaseComponents.Sandbox.Eid.EidServer.Answers;

/// <summary>A message of the server, before it is written and signed.</summary>
/// <param name="Content">What stands in its body.</param>
/// <param name="Created">When it says that it was made.</param>
internal sealed record SoapPlan(XElement Content, DateTimeOffset Created)
{
    public int Status { get; init; } = 200;

    public bool HasTimestamp { get; init; } = true;

    public bool SignsTimestamp { get; init; } = true;

    public bool SignsBody { get; init; } = true;

    /// <summary>Null leaves the message unsigned.</summary>
    public AnswerSignature? Signature { get; init; }

    /// <summary>What happens to the message after the signature.</summary>
    public Action<XmlElement>? ChangeSigned { get; init; }

    public Func<string, string>? ChangeText { get; init; }
}
