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

    /// <param name="Problem">Why nothing came; null where something came that is no key.</param>
    public sealed record Unavailable(FetchProblem? Problem) : WebKeyAnswer;

    /// <summary>Only an answer with the octets of a key in binary form is one: no text around it, no page that says "not found".</summary>
    public static WebKeyAnswer Of(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.Fetched { Content: var content } when BeginsWithKey(content) => new Found(content),
        FetchOutcome.Missing => new Unknown(),
        FetchOutcome.Failed { Problem: var problem } => new Unavailable(problem),
        FetchOutcome.Forbidden { Problem: var problem } => new Unavailable(problem),
        _ => new Unavailable(Problem: null),
    };

    // A public-key packet (tag 6) in the old or the new form of packet heads (RFC 9580 section 4.2).
    private static bool BeginsWithKey(byte[] content) => content is [var head, _, ..] && (head == 0xC6 || (head & 0xFC) == 0x98);
}
