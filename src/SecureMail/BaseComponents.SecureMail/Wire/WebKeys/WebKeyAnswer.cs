using BaseComponents.Shared.ForeignAddresses;

namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>What came of looking for an OpenPGP key.</summary>
internal abstract record WebKeyAnswer
{
    private WebKeyAnswer()
    {
    }

    /// <param name="Octets">Transferable public keys in binary form (RFC 9580 section 10.1), not yet read.</param>
    public sealed record Found(byte[] Octets) : WebKeyAnswer;

    public sealed record Unknown : WebKeyAnswer;

    /// <param name="IsUnreachable">Nobody was there at all.</param>
    public sealed record Unavailable(bool IsUnreachable) : WebKeyAnswer;

    /// <summary>Only an answer with the octets of a key in binary form is one: no text around it, no page that says "not found".</summary>
    public static WebKeyAnswer Of(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched { Content: var content } when BeginsWithKey(content) => new Found(content),
        FetchOutcome.Missing => new Unknown(),
        FetchOutcome.Failed { Problem: FetchProblem.Unreachable } => new Unavailable(IsUnreachable: true),
        _ => new Unavailable(IsUnreachable: false),
    };

    // A public-key packet (tag 6) in the old or the new form of packet heads (RFC 9580 section 4.2).
    private static bool BeginsWithKey(byte[] content) => content is [var head, _, ..] && (head == 0xC6 || (head & 0xFC) == 0x98);
}
